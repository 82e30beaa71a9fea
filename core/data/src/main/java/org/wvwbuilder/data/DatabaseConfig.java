package org.wvwbuilder.data;

import java.time.Duration;
import java.util.Optional;
import org.wvwbuilder.plugin.Setting;

/** Table {@code database} of the configuration: which engine, and how many connections to it. */
public record DatabaseConfig(
        @Setting("jdbc:postgresql://host:port/name; empty for SQLite in data.directory")
        Optional<String> url,

        @Setting("PostgreSQL role") Optional<String> user,

        @Setting(value = "PostgreSQL password", secret = true)
        Optional<String> password,

        @Setting(value = "Most connections that read at once; PostgreSQL gets as many again that write", fallback = "8")
        int connections,

        @Setting(value = "How long a request waits for its turn before it is told to come back", fallback = "10s")
        Duration patience) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    public DatabaseConfig {
        url = url.filter(text -> !text.isBlank());
        if (url.isPresent() && !url.get().startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("url must start with " + POSTGRESQL + "// or be empty for SQLite");
        }
        if (connections < 1 || connections > 200) {
            throw new IllegalArgumentException("connections must be between 1 and 200, not " + connections);
        }
        if (patience.compareTo(Duration.ofMillis(250)) < 0 || patience.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("patience must be between 250 ms and 5 minutes, not " + patience);
        }
    }

    /** SQLite with the usual settings. */
    public static DatabaseConfig sqlite() {
        return new DatabaseConfig(Optional.empty(), Optional.empty(), Optional.empty(), 8, Duration.ofSeconds(10));
    }
}
