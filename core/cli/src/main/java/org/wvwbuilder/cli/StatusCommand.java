package org.wvwbuilder.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.cli.Backstage.Whereabouts;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.plugin.Platform.PluginStatus;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gw2 status}: how the server is that this configuration speaks of, at a glance, and without it what is left. */
final class StatusCommand {
    static final String NAME = "status";
    private static final int ERRORS = 3;

    private StatusCommand() {}

    static CommandSpec spec() {
        var spec = CommandTree.spec(NAME, "show at a glance how the server is", (stage, words) -> run(stage));
        spec.usageMessage()
                .footer(
                        "",
                        "Exit code as of service scripts: 0 it runs (also when it is degraded: the first",
                        "line then says so), 1 it is dead and left its lock behind, 3 it does not run, 4 it",
                        "cannot be said that it works: it is down, not ready or silent, or the settings or",
                        "the data folder cannot be read. What is wrong: 'gw2 doctor'.");
        return spec;
    }

    static int run(Action.Stage stage) throws Exception {
        Status status;
        try {
            status = look(stage);
        } catch (ConfigurationFault unknown) {
            stage.terminal().err().println(Terminal.visible(unknown.getMessage()));
            return Exit.UNKNOWN;
        }
        stage.answer(status, new StatusText(stage.terminal(), status, Instant.now()).toString());
        return status.exit();
    }

    private static Status look(Action.Stage stage) throws ConfigurationFault, IOException {
        var place = stage.backstage().whereabouts(stage.launch());
        // First: the server looks at itself anew for it, and says then how it is.
        var told = Bulletin.now(place.bulletin());
        var server = place.address().map(address -> new Probe(address, ""));
        var health = server.flatMap(probe -> probe.get("/api/v1/health"));
        var ready = health.isPresent()
                && server.flatMap(probe -> probe.get("/api/v1/health/ready"))
                        .filter(reply -> reply.status() == 200)
                        .isPresent();
        var refused = refused(stage, place, health.isPresent() ? told : Optional.empty());
        var usage = place.pid().flatMap(Machine.HERE::usage);
        return new Status(
                place.address().map(URI::toString),
                status(place, health),
                ready,
                health.flatMap(reply -> reply.text("version")),
                told.map(Bulletin::java).orElse(Runtime.version().toString()),
                Unit.find(),
                place.pid(),
                health.flatMap(reply -> place.since()).map(StatusCommand::secondsSince),
                usage,
                Machine.HERE.room(place.data()),
                place.database(),
                bytes(place, told),
                told,
                LastErrors.in(place.logs().resolve("gw2.log"), ERRORS),
                refused);
    }

    /** What the running server says of its plugins; without one, each is looked into, which costs as much as all the rest. */
    private static List<PluginStatus> refused(Action.Stage stage, Whereabouts place, Optional<Bulletin> told)
            throws ConfigurationFault {
        var known = told.filter(bulletin -> bulletin.isOf(place)).flatMap(Bulletin::pluginsNotRunning);
        if (known.isPresent()) return known.get();
        return stage.backstage().plugins(stage.launch()).stream()
                .filter(PluginsCommand::refused)
                .toList();
    }

    private static String status(Whereabouts place, Optional<Probe.Reply> health) {
        var answered = health.flatMap(reply -> reply.text("status"));
        if (answered.isPresent()) return answered.get();
        return switch (place.lock()) {
            case HELD -> "silent";
            case LEFT -> "dead";
            case FREE -> health.isPresent() ? "foreign" : "not running";
            case HIDDEN -> "unknown";
        };
    }

    private static Optional<Long> bytes(Whereabouts place, Optional<Bulletin> told) throws IOException {
        if (place.file().isEmpty()) {
            return told.filter(known -> place.lock() == Lock.HELD).map(Bulletin::databaseBytes);
        }
        var file = place.file().get();
        if (!Files.exists(file)) return Optional.empty();
        var log = file.resolveSibling(file.getFileName() + "-wal");
        return Optional.of(Files.size(file) + (Files.exists(log) ? Files.size(log) : 0));
    }

    private static long secondsSince(Instant then) {
        return Math.max(0, Duration.between(then, Instant.now()).toSeconds());
    }
}
