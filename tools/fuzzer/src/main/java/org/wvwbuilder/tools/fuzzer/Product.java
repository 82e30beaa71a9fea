package org.wvwbuilder.tools.fuzzer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The distribution as it is unpacked, with data and logs of its own. */
final class Product implements AutoCloseable {
    /** The provider that people may sign in with. */
    static final String PROVIDER = "guild";

    private static final Pattern SETUP = Pattern.compile("with the setup token (\\S+)");
    private static final Pattern READY = Pattern.compile("ready (http://[^\\s\"]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path home;
    private final Path base;
    private final Outside outside;
    private final Map<String, String> database;
    private final int port = freePort();
    private final Process process;
    private final URI address;
    private long read;

    /**
     * @param home the unpacked folder
     * @param base where data and logs will stand
     * @param database settings of a PostgreSQL; none for SQLite
     */
    Product(Path home, Path base, Outside outside, Map<String, String> database)
            throws IOException, InterruptedException {
        this.home = home;
        this.base = base;
        this.outside = outside;
        this.database = database;
        configure();
        this.process = command("run");
        // Also when the fuzzer is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            this.address = awaitReady();
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    URI address() {
        return address;
    }

    /** What makes the first administrator, as it stands on the terminal. */
    String setupToken() throws IOException {
        var token = SETUP.matcher(Files.readString(base.resolve("run.out")));
        if (!token.find()) throw new IOException("the server printed no setup token");
        return token.group(1);
    }

    Path base() {
        return base;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void addUser(String name, String role, String password) throws IOException, InterruptedException {
        var add = command(
                "user",
                "add",
                "--email",
                name + "@example.org",
                "--username",
                name,
                "--role",
                role,
                "--password-stdin");
        try (var stdin = add.outputWriter()) {
            stdin.write(password + "\n");
        }
        if (!add.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || add.exitValue() != 0) {
            add.destroyForcibly();
            throw new IOException("gw2 user add failed:\n" + Files.readString(base.resolve("user.out")));
        }
    }

    /** The errors that it logged since the last call. */
    List<String> errors() throws IOException {
        var errors = new ArrayList<String>();
        var log = base.resolve("logs/gw2.log");
        if (!Files.exists(log) || Files.size(log) == read) return errors;
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < read) read = 0; // rotated
            file.seek(read);
            var bytes = new byte[(int) (file.length() - read)];
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n') + 1;
            read += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
            text.substring(0, end).lines().filter(Product::isError).forEach(errors::add);
        }
        return errors;
    }

    private static boolean isError(String line) {
        try {
            return Contract.JSON.readTree(line).path("level").asText().equalsIgnoreCase("error");
        } catch (IOException broken) {
            return true;
        }
    }

    private void configure() throws IOException {
        Files.createDirectories(base.resolve("etc"));
        Files.writeString(base.resolve("etc/gw2.toml"), """
                [auth.openid.%1$s]
                client-id = "wvw"
                authorization-endpoint = "%2$s/authorize"
                token-endpoint = "%2$s/token"
                userinfo-endpoint = "%2$s/person"
                """.formatted(PROVIDER, outside.address()));
    }

    /** Always the same, also after a restore, for which the server begins anew. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process command(String... words) throws IOException {
        var line = new ArrayList<String>();
        line.add(home.resolve("bin/gw2").toString());
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve(words[0] + ".out").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GW2_"));
        environment.put("GW2_BASE", base.toString());
        environment.put("GW2_AOT", "off");
        environment.put("GW2_HTTP_PORT", Integer.toString(port));
        environment.put("GW2_LOGS_FORMAT", "json");
        environment.put("GW2_AUTH_PASSWORD_COST", "10");
        // Nothing of the attack may leave the machine.
        environment.put("GW2_CATALOGUE_ADDRESS", outside.address());
        environment.put("GW2_CATALOGUE_SYNC", "weekly");
        environment.put("GW2_CATALOGUE_KEYS", "on");
        environment.put("GW2_WEBHOOKS_ALLOW", "localhost:9,localhost:" + outside.port());
        environment.put("GW2_WEBHOOKS_PLAIN", "localhost");
        database.forEach((name, value) -> environment.put("GW2_DATABASE_" + name.toUpperCase(Locale.ROOT), value));
        return builder.start();
    }

    private URI awaitReady() throws IOException, InterruptedException {
        var out = base.resolve("run.out");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var ready = READY.matcher(Files.readString(out));
            if (ready.find()) return URI.create(ready.group(1));
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) break;
        }
        throw new IOException("the server is not ready:\n" + Files.readString(out));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
