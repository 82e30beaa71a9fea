package org.wvwbuilder.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.cli.Terminal.Colour;
import org.wvwbuilder.plugin.Platform.PluginStatus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 status}: asks the server that this configuration speaks of how it is. */
final class StatusCommand {

    private StatusCommand() {}

    /**
     * @param status ok, degraded, down, foreign (something else answers there) or not running
     * @param ready whether it takes requests
     * @param databaseBytes of its file, with what SQLite keeps beside it; empty when it has none
     * @param pluginsNotRunning the refused ones
     */
    record Status(
            Optional<String> address,
            String status,
            boolean ready,
            Optional<String> version,
            Optional<Long> uptimeSeconds,
            String database,
            Optional<Long> databaseBytes,
            List<PluginStatus> pluginsNotRunning) {

        int exit() {
            return switch (status) {
                case "ok" -> pluginsNotRunning.isEmpty() && ready ? Exit.OK : Exit.FAILED;
                case "not running", "foreign" -> Exit.NOT_RUNNING;
                default -> Exit.FAILED;
            };
        }
    }

    static CommandSpec spec() {
        var spec = CommandTree.spec("status", "ask the running server how it is", StatusCommand::run);
        spec.usageMessage()
                .footer(
                        "",
                        "Exit code 0 when all is well, 1 when it is degraded or down, 3 when no server",
                        "answers.");
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var status = ask(stage);
        stage.answer(status, text(stage.terminal(), status));
        return status.exit();
    }

    private static Status ask(Action.Stage stage) throws Exception {
        var place = stage.backstage().whereabouts(stage.launch());
        var server = place.address().map(address -> new Probe(address, ""));
        var health = server.flatMap(probe -> probe.get("/api/v1/health"));
        var ready = health.isPresent()
                && server.flatMap(probe -> probe.get("/api/v1/health/ready"))
                        .filter(reply -> reply.status() == 200)
                        .isPresent();
        var refused = stage.backstage().plugins(stage.launch()).stream()
                .filter(PluginsCommand::refused)
                .toList();
        return new Status(
                place.address().map(URI::toString),
                health.isEmpty() ? "not running" : health.get().text("status").orElse("foreign"),
                ready,
                health.flatMap(reply -> reply.text("version")),
                health.flatMap(reply -> place.since()).map(StatusCommand::secondsSince),
                place.database(),
                bytes(place),
                refused);
    }

    private static Optional<Long> bytes(Backstage.Whereabouts place) throws IOException {
        if (place.file().isEmpty() || !Files.exists(place.file().get())) return Optional.empty();
        var file = place.file().get();
        var log = file.resolveSibling(file.getFileName() + "-wal");
        return Optional.of(Files.size(file) + (Files.exists(log) ? Files.size(log) : 0));
    }

    private static String text(Terminal terminal, Status status) {
        var lines = new ArrayList<String>();
        lines.add(headline(terminal, status));
        status.version().ifPresent(version -> lines.add("version   " + version));
        status.uptimeSeconds().ifPresent(seconds -> lines.add("up for    " + span(seconds)));
        var size = status.databaseBytes().map(bytes -> " (" + size(bytes) + ")");
        lines.add("database  " + status.database() + size.orElse(""));
        status.pluginsNotRunning().forEach(plugin -> lines.add("plugin    " + PluginsCommand.complaint(plugin)));
        return Terminal.visible(String.join("\n", lines)).replace("\\x1b[", "\033[");
    }

    private static String headline(Terminal terminal, Status status) {
        var address = status.address().orElse("an unknown port (http.port = 0 picks one)");
        return switch (status.status()) {
            case "ok" -> terminal.paint(Colour.GREEN, status.ready() ? "ok" : "not ready") + "        " + address;
            case "not running" -> "Nothing answers at " + address + ": start the server with 'gw2 run'.";
            case "foreign" -> "Something else than WvW Builder answers at " + address + ": check http.port.";
            default -> terminal.paint(Colour.RED, status.status()) + "  " + address;
        };
    }

    private static long secondsSince(Instant then) {
        return Math.max(0, Duration.between(then, Instant.now()).toSeconds());
    }

    private static String span(long seconds) {
        var up = Duration.ofSeconds(seconds);
        if (up.toDays() > 0) return up.toDays() + " d " + up.toHoursPart() + " h";
        if (up.toHours() > 0) return up.toHours() + " h " + up.toMinutesPart() + " min";
        return up.toMinutes() > 0 ? up.toMinutes() + " min" : up.toSeconds() + " s";
    }

    private static String size(long bytes) {
        if (bytes < 1 << 20) return Math.ceilDiv(bytes, 1 << 10) + " KiB";
        return Math.round(bytes / (double) (1 << 20)) + " MiB";
    }
}
