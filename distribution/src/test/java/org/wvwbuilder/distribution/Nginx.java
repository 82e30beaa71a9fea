package org.wvwbuilder.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/**
 * A real nginx on the loopback address with the site of the distribution, as install.sh fills it, and a certificate of
 * its own. Its {@code nginx.conf} sets what Debian's sets, old protocols included.
 */
final class Nginx implements AutoCloseable {
    static final String NAME = "builds.guild.example";
    private static final Path PROGRAM = Parts.program("nginx", "apt-get install nginx");
    private static final String FRAME = """
        worker_processes 2;
        worker_rlimit_nofile 20000;
        pid FOLDER/nginx.pid;
        error_log FOLDER/log/error.log;
        events { worker_connections 8192; }
        http {
            include /etc/nginx/mime.types;
            default_type application/octet-stream;
            ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
            ssl_prefer_server_ciphers on;
            gzip on;
            client_body_temp_path FOLDER/body;
            proxy_temp_path FOLDER/proxy;
            fastcgi_temp_path FOLDER/fastcgi;
            uwsgi_temp_path FOLDER/uwsgi;
            scgi_temp_path FOLDER/scgi;
            include FOLDER/wvw-builder.conf;
        }
        """;

    final Path folder;
    final int port = freePort();
    final int plainPort = freePort();
    private final int waitPort = freePort();
    private Process process;

    Nginx(Path folder, int backend) throws IOException, InterruptedException {
        this.folder = folder;
        for (var name : List.of("log", "snippets", "acme/.well-known/acme-challenge")) {
            Files.createDirectories(folder.resolve(name));
        }
        certify("first");
        var source = Tarball.home().resolve("nginx");
        try (var snippets = Files.list(source.resolve("snippets"))) {
            for (var file : snippets.toList()) fill(file, folder.resolve("snippets/" + file.getFileName()), backend);
        }
        fill(source.resolve("wvw-builder.conf"), folder.resolve("wvw-builder.conf"), backend);
        Files.writeString(configuration(), user() + FRAME.replace("FOLDER", folder.toString()));
    }

    /** Another certificate under the same names of files, as a renewal brings it. */
    void certify(String unit) throws IOException, InterruptedException {
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/OU=" + unit + "/CN=" + NAME,
                "-addext",
                "subjectAltName=DNS:" + NAME,
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("certificate.pem").toString()));
    }

    Path configuration() {
        return folder.resolve("nginx.conf");
    }

    /** The words that run this nginx, for a script. */
    String command() {
        return PROGRAM + " -p " + folder + " -c " + configuration();
    }

    /** What {@code nginx -t} says. */
    String test() throws IOException, InterruptedException {
        return run(List.of((command() + " -t").split(" ")));
    }

    /** Requests wait a twentieth of a second between attempts, for tests of what is said in the end. */
    Nginx impatient() throws IOException {
        var site = folder.resolve("wvw-builder.conf");
        Files.writeString(site, Files.readString(site).replaceAll("(wvw_wait.*)rate=.*;", "$1rate=20r/s;"));
        return this;
    }

    /** Starts it in the foreground and returns when it listens. */
    Nginx start() throws IOException {
        var words = new ArrayList<>(List.of(command().split(" ")));
        words.addAll(List.of("-g", "daemon off;"));
        process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/out").toFile())
                .start();
        Await.until("nginx listens", this::listens);
        return this;
    }

    /** The folders of tests are readable by their owner only. */
    private static String user() {
        return System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) throw new AssertionError(Files.readString(folder.resolve("log/out")));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** Runs a program to its end, at most a minute, and gives what it printed; any exit but 0 is a failure. */
    static String run(List<String> words) throws IOException, InterruptedException {
        var output = Files.createTempFile("program", ".txt");
        var program = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!program.waitFor(60, TimeUnit.SECONDS)) {
            program.destroyForcibly();
            throw new AssertionError(words + " took longer than a minute");
        }
        var text = Files.readString(output);
        Files.delete(output);
        if (program.exitValue() != 0)
            throw new AssertionError(words + " ended with " + program.exitValue() + ":\n" + text);
        return text;
    }

    /** Fast shutdown: the workers end with their master. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) throw new AssertionError("nginx did not end within 10 s");
    }

    private void fill(Path from, Path to, int backend) throws IOException {
        Files.writeString(
                to,
                Files.readString(from)
                        .replaceAll("(?m)^ *listen \\[::].*\n", "")
                        .replace("listen 80;", "listen 127.0.0.1:" + plainPort + ";")
                        // A machine that runs tests starts the server slowly, so more requests wait than for a guild.
                        .replace("wvw_waiting 300", "wvw_waiting 3000")
                        .replace("127.0.0.1:8009", "127.0.0.1:" + waitPort)
                        .replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
                        .replace("/var/log/nginx/", folder + "/log/")
                        .replace("/var/www/html", folder + "/acme")
                        .replace("@DOMAIN@", NAME)
                        .replace("@CERTIFICATE@", folder + "/certificate.pem")
                        .replace("@CERTIFICATE_KEY@", folder + "/key.pem")
                        .replace("@ROOT@", Tarball.home().toString())
                        .replace("@BACKEND@", "127.0.0.1:" + backend));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
