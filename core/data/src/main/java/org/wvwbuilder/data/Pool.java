package org.wvwbuilder.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
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
        settings.setThreadFactory(threads(name + "-pool-"));
        return settings;
    }

    /** They begin when somebody waits for a connection, a plugin mostly: with its loader they would pass for its own. */
    private static ThreadFactory threads(String prefix) {
        var plain = Thread.ofPlatform().daemon().name(prefix, 1).factory();
        return work -> {
            var thread = plain.newThread(work);
            thread.setContextClassLoader(Pool.class.getClassLoader());
            return thread;
        };
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
