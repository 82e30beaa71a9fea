package org.wvwbuilder.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** PostgreSQL from Maven Central, for machines that have none. */
record EmbeddedPostgresServer(EmbeddedPostgres server) implements PostgresServer {

    static EmbeddedPostgresServer start() {
        try {
            // Stops itself with a shutdown hook of its own.
            return new EmbeddedPostgresServer(EmbeddedPostgres.builder().start());
        } catch (IOException failed) {
            throw new AssertionError(
                    "the PostgreSQL from Maven Central does not start; apt-get install postgresql", failed);
        }
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
