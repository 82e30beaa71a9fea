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

<<<<<<< HEAD
    private final Path home;
    private final Path base;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();
    private List<String> wrapper = List.of();
=======
    private final Process process;
    private final Path output;
>>>>>>> dist

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

<<<<<<< HEAD
    /** Puts another program before the command line of everything that is started from now on: a tracer, say. */
    Gw2 under(String... words) {
        wrapper = List.of(words);
        return this;
    }

    Path home() {
        return home;
    }

    Path base() {
        return base;
    }

    /** How a command ended and what it printed. */
    record Ended(int exit, String out, String err) {}

    /** Runs a command to its end, without standard input. */
    Ended command(String... words) throws IOException, InterruptedException {
        return type("", words);
=======
    /** The same started by another program: {@code strace -f …}. */
    static Gw2 startUnder(Path folder, List<String> program) throws IOException {
        return Start.in(folder).under(program).server();
>>>>>>> dist
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
<<<<<<< HEAD
        return new Ended(
                process.exitValue(), Files.readString(output.resolve("out")), Files.readString(output.resolve("err")));
    }

    /** Starts a server and returns when it is ready. */
    RunningServer run(String... more) throws IOException {
        var server = launch(more);
        server.awaitReady();
        return server;
    }

    /** Starts a server and returns at once. */
    RunningServer launch(String... more) throws IOException {
        var words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(more));
        var output = Files.createTempDirectory(base, "server");
        return new RunningServer(start(output, words.toArray(String[]::new)), output);
    }

    private Process start(Path output, String... words) throws IOException {
        var line = new ArrayList<>(wrapper);
        line.add(home.resolve("bin/gw2").toString());
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line)
                .directory(base.toFile())
                .redirectOutput(output.resolve("out").toFile())
                .redirectError(output.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GW2_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        return process;
=======
        return process.exitValue();
>>>>>>> dist
    }

    @Override
    public void close() {
        if (process.isAlive()) kill();
    }
}
