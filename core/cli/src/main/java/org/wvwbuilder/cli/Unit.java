package org.wvwbuilder.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The systemd unit that keeps the server running.
 *
 * @param state as systemd says it: {@code active (running)}
 * @param enabled whether it starts with the machine
 * @param restarts how often systemd had to start it again
 */
record Unit(String name, String state, boolean enabled, long restarts) {
    /** The name that the installation gives it. */
    static final String NAME = "gw2-backend";

    private static final List<String> FOLDERS =
            List.of("/etc/systemd/system", "/run/systemd/system", "/lib/systemd/system", "/usr/lib/systemd/system");
    private static final int SECONDS = 2;

    /** Asks systemd, but only where there is one and it knows the unit: a process costs time. */
    static Optional<Unit> find() {
        if (!Files.isDirectory(Path.of("/run/systemd/system"))) return Optional.empty();
        var file = NAME + ".service";
        if (FOLDERS.stream().noneMatch(folder -> Files.exists(Path.of(folder, file)))) return Optional.empty();
        return ask(file);
    }

    private static Optional<Unit> ask(String unit) {
        try {
            var shown = new ProcessBuilder(
                            "systemctl", "show", unit, "-p", "ActiveState,SubState,UnitFileState,NRestarts")
                    .redirectErrorStream(true)
                    .start();
            if (!shown.waitFor(SECONDS, TimeUnit.SECONDS)) {
                shown.destroyForcibly();
                return Optional.empty();
            }
            var said = new Properties();
            said.load(shown.inputReader(StandardCharsets.UTF_8));
            if (said.getProperty("ActiveState") == null) return Optional.empty();
            return Optional.of(new Unit(
                    unit,
                    said.getProperty("ActiveState") + " (" + said.getProperty("SubState") + ")",
                    said.getProperty("UnitFileState", "").equals("enabled"),
                    Long.parseLong(said.getProperty("NRestarts", "0"))));
        } catch (IOException | NumberFormatException noSystemd) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
