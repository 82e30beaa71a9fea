package org.wvwbuilder.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.wvwbuilder.testing.Await;

/** A server process that a test started. */
final class RunningServer {
    private static final Pattern READY = Pattern.compile("ready (http://[^\\s\"]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    RunningServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    long pid() {
        return process.pid();
    }

    /** Where it answers; waits until it is ready. */
    URI awaitReady() {
        return Await.value("the server is ready", PATIENCE, () -> {
            var ready = READY.matcher(text());
            if (ready.find()) return Optional.of(URI.create(ready.group(1)));
            if (!process.isAlive()) throw new IOException("it ended with " + process.exitValue() + ":\n" + text());
            return Optional.empty();
        });
    }

    /** All that it printed so far, standard output first. */
    String text() throws IOException {
        return Files.readString(output.resolve("out")) + Files.readString(output.resolve("err"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(awaitReady().resolve(path)));
    }

    /** Sends a request of any kind; its address is {@code awaitReady().resolve(path)}. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** SIGTERM, and the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return end();
    }

    /** SIGKILL: what a power cut does to a process. */
    void kill() throws InterruptedException {
        Gw2.kill(process);
    }

    /** The exit code, once it ended by itself. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end within " + PATIENCE.toSeconds() + " s");
        }
        return process.exitValue();
    }
}
