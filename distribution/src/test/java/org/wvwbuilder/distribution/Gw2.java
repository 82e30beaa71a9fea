package org.wvwbuilder.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.wvwbuilder.testing.Await;

/** A server process from the unpacked tarball. It ends with {@link #close} at the latest; see {@link Start} for more. */
final class Gw2 implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready (http://[^\\s\"]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    Gw2(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** The unpacked distribution. */
    static Path home() {
        return Tarball.home();
    }

    /** A server that is ready, with {@code data} and {@code logs} in the folder. */
    static Gw2 start(Path folder) throws IOException {
        return Start.in(folder).server();
    }

    static Gw2 start(Path folder, List<String> words) throws IOException {
        return Start.in(folder).server(words.toArray(String[]::new));
    }

    /** The same started by another program: {@code strace -f …}. */
    static Gw2 startUnder(Path folder, List<String> program) throws IOException {
        return Start.in(folder).under(program).server();
    }

    /** Runs a command to its end. */
    static Result run(Path folder, List<String> words) throws IOException, InterruptedException {
        return run(folder, words, "");
    }

    static Result run(Path folder, List<String> words, String input) throws IOException, InterruptedException {
        return Start.in(folder).type(input, words.toArray(String[]::new));
    }

    long pid() {
        return process.pid();
    }

    /** Where it answers; waits until it is ready. */
    URI address() {
        return Await.value("the server is ready", PATIENCE, () -> {
            var ready = READY.matcher(text());
            if (ready.find()) return Optional.of(URI.create(ready.group(1)));
            if (!process.isAlive()) throw new AssertionError("it ended with " + process.exitValue() + ":\n" + text());
            return Optional.empty();
        });
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ApiClient.anonymous(address()).get(path);
    }

    /** All that it printed so far, standard output first. */
    String text() throws IOException {
        return Files.readString(output.resolve("out")) + Files.readString(output.resolve("err"));
    }

    /** SIGTERM, and the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** SIGKILL: what a power cut does to a process. */
    void kill() {
        var all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // A program that watches it ends by itself then, and has its own things to write down.
        if (all.isEmpty()) process.destroyForcibly();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** The exit code, once it ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end within " + PATIENCE.toSeconds() + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) kill();
    }
}
