package org.wvwbuilder.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;

/** Makes connection pools. */
final class Pool {
    private Pool() {}

    /** Settings for a pool that grows when it must, keeps what it has, and lets callers wait no longer than this. */
    static HikariConfig settings(String name, DataSource source, int most, Duration patience) {
        var settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setDataSource(source);
        settings.setMaximumPoolSize(most);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(patience.toMillis());
        return settings;
    }

    /** Fails when the server has closed it: a late caller, not a defect. */
    static void check(HikariDataSource pool) {
        if (pool.isClosed()) throw closed();
    }

    static DatabaseException closed() {
        return new DatabaseException(Kind.UNAVAILABLE, "the database is closed, because the server ends", null);
    }

    static HikariDataSource open(HikariConfig settings) {
        return new HikariDataSource(settings);
    }
}
