package org.wvwbuilder.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The machine's own PostgreSQL, run as a user that it accepts, on a data folder that is gone afterwards. */
final class InstalledPostgres implements PostgresServer {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** Ends the server and its folder when this process closes the pipe, or dies in whatever way. */
    private static final String GUARD = """
            folder="$1"; shift
            "$@" </dev/null & server=$!
            cat >/dev/null
            kill -INT $server; wait $server; rm -rf "$folder"
            """;

    private final Process guard;
    private final int port;
    private final String password;

    private InstalledPostgres(Process guard, int port, String password) {
        this.guard = guard;
        this.port = port;
        this.password = password;
    }

    /** Where the programs of the newest installed version lie. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) return Optional.empty();
        try (var versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static InstalledPostgres start(Path programs) {
        try {
            var folder = Files.createTempDirectory("wvw-server-");
            String password = UUID.randomUUID().toString();
            var secret = Files.writeString(folder.resolve("password"), password);
            if (root()) {
                var owner =
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
                Files.setOwner(folder, owner);
                Files.setOwner(secret, owner);
            }
            var data = folder.resolve("data").toString();
            run(asPostgres(
                    programs.resolve("initdb").toString(),
                    "--pgdata=" + data,
                    "--username=wvw",
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    // Sorts as most servers do: signs before digits, case last.
                    "--locale-provider=icu",
                    "--icu-locale=en-US",
                    "--no-sync"));
            int port = Ports.free();
            var server = asPostgres(programs.resolve("postgres").toString(), "-D", data, "-p", "" + port);
            // No fsync: these databases do not outlive the tests.
            server.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + folder));
            server.addAll(List.of("-c", "fsync=off", "-c", "max_connections=200"));
            var guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard", folder.toString()));
            guarded.addAll(server);
            var guard = new ProcessBuilder(guarded)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var started = new InstalledPostgres(guard, port, password);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            Await.until("PostgreSQL accepts connections", Duration.ofSeconds(30), started::accepts);
            return started;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("PostgreSQL in " + programs + " does not start: " + failed.getMessage(), failed);
        }
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String user() {
        return "wvw";
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(20, TimeUnit.SECONDS)) throw new AssertionError("PostgreSQL does not stop");
        } catch (IOException | InterruptedException left) {
            throw new AssertionError("PostgreSQL may still run", left);
        }
    }

    private boolean accepts() throws Exception {
        try (var connection = DriverManager.getConnection(url("postgres"), user(), password)) {
            return connection.isValid(5);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asPostgres(String... command) {
        var all = new ArrayList<String>();
        if (root()) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + " failed: " + output);
    }
}
