package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/** People who save builds by way of the nginx of a machine while something happens there. */
final class Savers implements AutoCloseable {
    private static final boolean LONG = Integer.getInteger("long", 0) > 0;
    private static final int A_SECOND = LONG ? 100 : 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Process process;

    private Savers(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Sets the site up beside the server that is installed there, and begins; the login has the password of {@link Accounts}. */
    static Savers start(Machine machine, Path folder, String login) throws Exception {
        Parts.program("nginx", "apt-get install nginx");
        var certificate = folder.resolve("chain.pem");
        Files.writeString(certificate, machine.bash("""
                cd /root
                openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=NAME -addext subjectAltName=DNS:NAME \
                    -keyout key.pem -out chain.pem 2>/dev/null
                # Each who waits takes two connections, and each of those a file.
                sed -i -e 's/worker_connections .*;/worker_connections 8192;/' \
                    -e 's/^worker_processes .*/&\\nworker_rlimit_nofile 20000;/' /etc/nginx/nginx.conf
                INSTALL install --domain NAME --certificate /root/chain.pem --key /root/key.pem >&2
                systemctl start nginx
                cat chain.pem
                """.replace("NAME", Nginx.NAME)
                .replace("INSTALL", Tarball.home().resolve("install.sh").toString())));
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + Nginx.NAME + "\n");
        var process = machine.beside(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                        "-cp",
                        Path.of("target/test-classes").toAbsolutePath().toString(),
                        Saving.class.getName(),
                        folder.toString(),
                        certificate.toString(),
                        Nginx.NAME,
                        login,
                        String.valueOf(A_SECOND))
                .inheritIO()
                .start();
        return new Savers(folder, process);
    }

    void awaitSaved() throws IOException {
        var before = saved();
        Await.until("builds are saved", PATIENCE, () -> {
            assertThat(process.isAlive()).as("people go on saving").isTrue();
            return saved() > before + A_SECOND;
        });
    }

    private int saved() throws IOException {
        var count = folder.resolve("count");
        var text = Files.exists(count) ? Files.readString(count) : "";
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Lets them end: everybody got 201, and the names of what they saved are returned. */
    List<String> allSaved() throws IOException, InterruptedException {
        close();
        assertThat(folder.resolve("answers")).content().matches("\\{201=\\d+}");
        return Files.readAllLines(folder.resolve("acknowledged"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("stop"))) Files.createFile(folder.resolve("stop"));
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
