package org.wvwbuilder.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/gw2} of the tarball with folders of its own. Everything that it starts is bounded in time and ends with
 * {@link #close}.
 *
 * <pre>{@code
 * try (var gw2 = Gw2.in(folder)) {
 *     var server = gw2.run();
 *     server.get("/api/v1/health");
 *     server.kill();
 * }
 * }</pre>
 */
final class Gw2 implements AutoCloseable {
    private static final int LONGEST_COMMAND_SECONDS = 120;

    private final Path home;
    private final Path base;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();
    private List<String> wrapper = List.of();

    private Gw2(Path home, Path base) {
        this.home = home;
        this.base = base;
        environment.put("GW2_BASE", base.toString());
        environment.put("GW2_HTTP_PORT", "0");
    }

    /** @param base where {@code data} and {@code logs} will stand */
    static Gw2 in(Path base) {
        return new Gw2(Tarball.home(), base)
                .with("GW2_CACHE", StartCaches.ready().toString());
    }

    /** The same program found elsewhere, without start-up caches. */
    static Gw2 of(Path home, Path base) {
        return new Gw2(home, base).with("GW2_AOT", "off");
    }

    /** Sets an environment variable for everything that is started from now on. */
    Gw2 with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

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
    record Ended(int exit, String out, String err) {

        /** Standard output, then standard error. */
        String output() {
            return out + err;
        }
    }

    /** Runs a command to its end, without standard input. */
    Ended command(String... words) throws IOException, InterruptedException {
        return type("", words);
    }

    /** Runs a command to its end. */
    Ended type(String input, String... words) throws IOException, InterruptedException {
        var output = Files.createTempDirectory(base, "command");
        var process = start(output, words);
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        } catch (IOException e) {
            if (process.isAlive()) throw e; // it may end without reading
        }
        if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("gw2 " + String.join(" ", words) + " took longer than " + LONGEST_COMMAND_SECONDS
                    + " s:\n" + Files.readString(output.resolve("err")));
        }
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

    /** Starts a command and returns at once, for a test that ends it. */
    Process begin(String... words) throws IOException {
        return start(Files.createTempDirectory(base, "command"), words);
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
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : started) kill(process);
    }

    /** Kills what a tracer watches, not the tracer: it ends by itself then, and has things to write down. */
    static void kill(Process process) throws InterruptedException {
        var watched = process.descendants().toList();
        watched.forEach(ProcessHandle::destroyForcibly);
        if (watched.isEmpty()) process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
