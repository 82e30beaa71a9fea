package org.wvwbuilder.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.cli.Terminal.Colour;

/** A status for a reader: one line for each thing, the most important first. */
record StatusText(Terminal terminal, Status status, Instant now) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int WIDTH = 10;

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(headline());
        status.service().ifPresent(unit -> lines.add(line("service", service(unit))));
        lines.add(line("version", version()));
        status.uptimeSeconds().ifPresent(seconds -> lines.add(line("up for", span(seconds))));
        status.process().ifPresent(usage -> lines.add(line("process", process(usage))));
        lines.add(line("machine", machine()));
        var size = status.databaseBytes().map(bytes -> " (" + size(bytes) + ")");
        lines.add(line("database", status.database() + size.orElse("")));
        status.told().ifPresent(told -> told(told, lines));
        errors(lines);
        status.pluginsNotRunning().forEach(plugin -> lines.add(bad(line("plugin", PluginsCommand.complaint(plugin)))));
        return String.join("\n", lines);
    }

    private String headline() {
        var address = status.address().orElse("an unknown port (http.port = 0 picks one)");
        return switch (status.status()) {
            case "ok" -> {
                if (!status.ready()) yield headline(Colour.RED, "not ready", address);
                yield status.degraded()
                        ? headline(Colour.YELLOW, "degraded", address)
                        : headline(Colour.GREEN, "ok", address);
            }
            case "degraded" -> headline(Colour.YELLOW, status.ready() ? "degraded" : "not ready", address);
            case "dead" ->
                headline(
                        Colour.RED,
                        "dead",
                        address + ": it ended without taking its leave; start it again" + " with 'systemctl start "
                                + Unit.NAME + "' or 'gw2 run'");
            case "silent" ->
                headline(
                        Colour.RED,
                        "silent",
                        address + ": a server has the data folder and does not answer" + " (yet); see 'gw2 logs'");
            case "unknown" -> headline(Colour.RED, "unknown", "the data folder cannot be read: run this as its owner");
            case "not running" -> "Nothing answers at " + address + ": start the server with 'gw2 run'.";
            case "foreign" -> "Something else than WvW Builder answers at " + address + ": check http.port.";
            default -> headline(Colour.RED, status.status(), address);
        };
    }

    private String headline(Colour colour, String word, String rest) {
        return terminal.paint(colour, word) + " ".repeat(Math.max(1, WIDTH - word.length())) + Terminal.visible(rest);
    }

    private static String line(String name, String text) {
        return name + " ".repeat(WIDTH - name.length()) + Terminal.visible(text).replace('\n', ' ');
    }

    private String bad(String line) {
        return terminal.paint(Colour.YELLOW, line);
    }

    private String service(Unit unit) {
        return unit.name() + ", " + unit.state()
                + status.pid().map(pid -> ", process " + pid).orElse("")
                + (unit.enabled() ? "" : ", does not start with the machine (systemctl enable " + Unit.NAME + ")")
                + (unit.restarts() > 0 ? ", restarted " + unit.restarts() + " times" : "");
    }

    private String version() {
        return Stream.of(
                        status.version().or(() -> status.told().map(Bulletin::version)),
                        Optional.of("Java " + status.java()),
                        status.told().map(Bulletin::engine))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private String process(Machine.Usage usage) {
        return "CPU " + usage.cpuPercent() + " % since its start, memory " + size(usage.memoryBytes())
                + usage.limitBytes().map(limit -> " of " + size(limit)).orElse("")
                + (status.service().isPresent()
                        ? ""
                        : status.pid().map(pid -> ", process " + pid).orElse(""));
    }

    private String machine() {
        var room = status.machine();
        return Stream.of(
                        room.load().map(load -> "load " + load + " on " + room.processors() + " processors"),
                        room.memoryFreeBytes()
                                .map(free -> size(free) + " of "
                                        + room.memoryBytes()
                                                .map(StatusText::size)
                                                .orElse("?") + " memory free"),
                        room.diskFreeBytes().map(free -> size(free) + " disk free"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private void told(Bulletin told, List<String> lines) {
        if (!told.schema().isEmpty()) lines.add(line("schema", told.schema()));
        lines.add(line("backup", told.backup().map(this::backup).orElse("none that the server knows of")));
        var failed = told.jobs().stream().filter(Bulletin.JobBrief::failed).toList();
        lines.add(line(
                "jobs", told.jobs().size() + (failed.isEmpty() ? ", none failed last time" : ", failed last time:")));
        for (var job : failed) {
            lines.add(bad(line("", job.name() + " " + since(job.ended()) + ": " + firstLine(job.detail()))));
        }
        if (status.pid().isEmpty())
            lines.add(line("told", "by the server at " + TIME.format(told.at()) + ", before it ended"));
        for (var check : told.checks()) {
            lines.add(bad(line(check.status(), check.name() + ": " + check.why())));
        }
    }

    private String backup(Bulletin.JobBrief job) {
        return (job.failed() ? "FAILED " : "")
                + since(job.ended())
                + (job.detail().isEmpty() ? "" : ": " + firstLine(job.detail()));
    }

    private void errors(List<String> lines) {
        if (status.lastErrors().isEmpty()) {
            lines.add(line("errors", "unknown: there is no log yet, or this user may not read it"));
            return;
        }
        var errors = status.lastErrors().get();
        if (errors.isEmpty()) lines.add(line("errors", "none in the newest log"));
        var name = "errors";
        for (var error : errors) {
            lines.add(line(name, TIME.format(error.at()) + "  " + firstLine(error.message())));
            name = "";
        }
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() > 160 ? line.substring(0, 159) + "…" : line;
    }

    private String since(Optional<Instant> then) {
        return then.map(moment -> span(Math.max(0, Duration.between(moment, now).toSeconds())) + " ago")
                .orElse("");
    }

    static String span(long seconds) {
        var up = Duration.ofSeconds(seconds);
        if (up.toDays() > 0) return up.toDays() + " d " + up.toHoursPart() + " h";
        if (up.toHours() > 0) return up.toHours() + " h " + up.toMinutesPart() + " min";
        return up.toMinutes() > 0 ? up.toMinutes() + " min" : up.toSeconds() + " s";
    }

    static String size(long bytes) {
        if (bytes < 1 << 20) return Math.ceilDiv(bytes, 1 << 10) + " KiB";
        if (bytes < 10L << 30) return Math.round(bytes / (double) (1 << 20)) + " MiB";
        return Math.round(bytes / (double) (1 << 30)) + " GiB";
    }
}
