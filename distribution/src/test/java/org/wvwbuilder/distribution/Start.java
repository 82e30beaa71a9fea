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
 * How to start {@code bin/gw2}: from which distribution, on which folder, with which environment.
 *
 * @param home the distribution
 * @param base where {@code data} and {@code logs} will stand
 * @param environment more variables; every {@code GW2_} variable of the tests' own process is left out
 * @param before words to stand before it: {@code strace -f …}
 */
record Start(Path home, Path base, Map<String, String> environment, List<String> before) {
    private static final int LONGEST_COMMAND_SECONDS = 120;

    /** The distribution under test, on a free port and without start-up caches. */
    static Start in(Path base) {
        return from(Tarball.home(), base);
    }

    static Start from(Path home, Path base) {
        return new Start(
                home,
                base,
                Map.of("GW2_BASE", base.toString(), "GW2_AOT", "off", "GW2_HTTP_PORT", "0"),
                List.of());
    }

    Start with(String variable, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Start(home, base, more, before);
    }

    Start under(List<String> words) {
        return new Start(home, base, environment, words);
    }

    /** Starts a server and returns when it is ready. */
    Gw2 server(String... words) throws IOException {
        var server = launch(words);
        try {
            server.address();
            return server;
        } catch (RuntimeException | AssertionError e) {
            server.close();
            throw e;
        }
    }

    /** Starts a server and returns at once. */
    Gw2 launch(String... words) throws IOException {
        var all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(words));
        var output = Files.createTempDirectory(base, "server");
        return new Gw2(process(output, all), output);
    }

    /** Runs a command to its end. */
    Result command(String... words) throws IOException, InterruptedException {
        return type("", words);
    }

    /** Runs a command to its end, with something on its standard input. */
    Result type(String input, String... words) throws IOException, InterruptedException {
        var output = Files.createTempDirectory(base, "command");
        var process = process(output, List.of(words));
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
        return new Result(
                process.exitValue(), Files.readString(output.resolve("out")), Files.readString(output.resolve("err")));
    }

    private Process process(Path output, List<String> words) throws IOException {
        var line = new ArrayList<>(before);
        line.add(home.resolve("bin/gw2").toString());
        line.addAll(words);
        var builder = new ProcessBuilder(line)
                .directory(base.toFile())
                .redirectOutput(output.resolve("out").toFile())
                .redirectError(output.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GW2_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
