package org.wvwbuilder.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL's own programs. The password goes to them in their environment, where only the same account can see it, and
 * never stands on a command line.
 *
 * @param server the server's major version
 */
record PostgresPrograms(PGSimpleDataSource source, int server) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");
    private static final int LONGEST_MESSAGE = 500;

    /** Starts a program against a database of the server. */
    ProcessBuilder program(String name, String database, String... words) throws IOException {
        var line = new ArrayList<>(List.of(find(name).toString()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        var environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("PG"));
        environment.put("PGHOST", source.getServerNames()[0]);
        environment.put("PGPORT", "" + (source.getPortNumbers()[0] == 0 ? 5432 : source.getPortNumbers()[0]));
        environment.put("PGDATABASE", database);
        if (source.getUser() != null) environment.put("PGUSER", source.getUser());
        if (source.getPassword() != null) environment.put("PGPASSWORD", source.getPassword());
        if (source.getSslMode() != null) environment.put("PGSSLMODE", source.getSslMode());
        if (source.getSslRootCert() != null) environment.put("PGSSLROOTCERT", source.getSslRootCert());
        environment.put("PGCONNECT_TIMEOUT", "10");
        environment.put("PGAPPNAME", "wvw-builder");
        return builder;
    }

    /** Runs a program to its end. */
    static void run(ProcessBuilder builder) throws IOException {
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = tail(process.getInputStream());
        end(process, () -> said);
    }

    /** Passes on what a program prints. */
    static void pipe(ProcessBuilder builder, OutputStream into) throws IOException {
        var process = builder.start();
        try {
            process.getOutputStream().close();
            process.getInputStream().transferTo(into);
            end(process, () -> "the dump cannot be read");
        } finally {
            process.destroy();
        }
    }

    /** What a program had to say, which is asked for only once it has ended. */
    @FunctionalInterface
    interface Words {
        String all() throws IOException;
    }

    static void end(Process process, Words said) throws IOException {
        try {
            if (process.waitFor() == 0) return;
        } catch (InterruptedException asked) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("the server ends meanwhile: do it again later", asked);
        }
        var name =
                Path.of(process.info().command().orElse("PostgreSQL's program")).getFileName();
        throw new IOException(
                name + " failed: " + said.all().strip() + "; see that the server is up and the role may do it");
    }

    /** The end of what a program prints; all of it is read. */
    static String tail(InputStream output) throws IOException {
        var kept = new StringBuilder();
        var chunk = new byte[4096];
        for (int n = output.read(chunk); n >= 0; n = output.read(chunk)) {
            kept.append(new String(chunk, 0, n, StandardCharsets.UTF_8));
            if (kept.length() > LONGEST_MESSAGE) kept.delete(0, kept.length() - LONGEST_MESSAGE);
        }
        return kept.toString();
    }

    /** The oldest that knows the server: what a newer one writes, an older server may not understand. */
    private Path find(String name) throws IOException {
        var versions = new TreeMap<Integer, Path>();
        for (var folder : folders()) {
            var program = folder.resolve(name);
            if (Files.isExecutable(program)) version(program).ifPresent(found -> versions.putIfAbsent(found, program));
        }
        var fit = versions.ceilingEntry(server);
        if (fit != null) return fit.getValue();
        throw new IOException((versions.isEmpty()
                        ? name + " is not installed"
                        : name + " is of version " + versions.lastKey() + ", older than the server's " + server)
                + ": apt-get install postgresql-client-" + server);
    }

    private static List<Path> folders() throws IOException {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(DEBIAN)) {
            try (var versions = Files.list(DEBIAN)) {
                versions.sorted().map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        for (var folder : path.split(":")) folders.add(Path.of(folder));
        return folders;
    }

    private static Optional<Integer> version(Path program) throws IOException {
        var process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var match = VERSION.matcher(tail(process.getInputStream()));
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }
}
