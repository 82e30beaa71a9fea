package org.wvwbuilder.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A running PostgreSQL. */
public sealed interface PostgresServer extends AutoCloseable permits InstalledPostgres, EmbeddedPostgresServer {

    String url(String database);

    String user();

    String password();

    @Override
    void close();

    /** Starts the installed PostgreSQL, else the one from Maven Central, which runs on Linux with glibc on amd64. */
    static PostgresServer start() {
        Optional<Path> programs = InstalledPostgres.programs();
        if (programs.isPresent()) return InstalledPostgres.start(programs.get());
        boolean embedded = Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"));
        Parts.need(embedded, "PostgreSQL", "apt-get install postgresql");
        return EmbeddedPostgresServer.start();
    }
}
