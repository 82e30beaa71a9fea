package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Other programs of the machine, asked for what they know. */
final class Programs {
    private static final int SECONDS = 15;

    private Programs() {}

    /** What a program said, on both its outputs. */
    record Said(int exit, String text) {}

    /** Where a program is; folders of administrators are looked into even when they are not on the path. */
    static Optional<Path> find(String name) {
        var folders =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(":")));
        folders.addAll(List.of("/usr/sbin", "/sbin", "/usr/local/sbin"));
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Said run(Path program, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(program.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = CompletableFuture.supplyAsync(() -> read(process));
        try {
            var said = text.get(SECONDS, TimeUnit.SECONDS);
            return new Said(process.waitFor(), said);
        } catch (TimeoutException silent) {
            throw new IOException(program + " said nothing within " + SECONDS + " seconds", silent);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try (var out = process.getInputStream()) {
            return new String(out.readNBytes(4 << 20), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
