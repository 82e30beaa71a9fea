package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who listens on this machine's ports, as Linux tells it. */
final class Listeners {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private Listeners() {}

    /**
     * Somebody who listens.
     *
     * @param pid empty when this user may not see whose it is
     * @param program how it was started, or empty
     */
    record Listener(Optional<Long> pid, String program) {

        boolean runs(String name) {
            return program.matches("(?s)(.*/)?" + name + "([ :].*)?");
        }
    }

    /** The first who listens on the port, on any address. */
    static Optional<Listener> on(int port) throws IOException {
        var sockets = new HashSet<String>();
        for (var table : new String[] {"tcp", "tcp6"})
            sockets.addAll(sockets(PROC.resolve("net").resolve(table), port));
        return sockets.isEmpty() ? Optional.empty() : Optional.of(owner(sockets));
    }

    private static Set<String> sockets(Path table, int port) throws IOException {
        var found = new HashSet<String>();
        if (!Files.isReadable(table)) return found;
        var end = String.format(":%04X", port);
        for (var line : Files.readAllLines(table)) {
            var fields = line.strip().split("\\s+");
            if (fields.length > 9 && fields[1].endsWith(end) && fields[3].equals(LISTENING)) {
                found.add("socket:[" + fields[9] + "]");
            }
        }
        return found;
    }

    private static Listener owner(Set<String> sockets) throws IOException {
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var process : processes) {
                if (has(process, sockets)) {
                    return new Listener(
                            Optional.of(Long.valueOf(process.getFileName().toString())), program(process));
                }
            }
        }
        return new Listener(Optional.empty(), "");
    }

    private static boolean has(Path process, Set<String> sockets) {
        try (var open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (var file : open) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) return true;
            }
        } catch (IOException | RuntimeException goneOrHidden) {
            return false;
        }
        return false;
    }

    /** The words that it was started with; they may be long. */
    static String program(Path process) throws IOException {
        var words = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
        var program =
                words.isEmpty() ? Files.readString(process.resolve("comm")).strip() : words;
        return program.length() > 120 ? program.substring(0, 119) + "…" : program;
    }
}
