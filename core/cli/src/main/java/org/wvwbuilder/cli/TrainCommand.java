package org.wvwbuilder.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code gw2 train} and {@code gw2 train-commands}: do what a server and its commands usually do, on a data folder that is
 * thrown away, while Java writes down what it loads. Only {@code lib/warm} calls them, so no help mentions them.
 */
final class TrainCommand {
    private static final String PASSWORD = "only-for-the-rehearsal-7";
    private static final int ROUNDS = 20;
    /** At the lowest priority beside a busy server a start takes minutes, and what failed once is not tried again. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private static final List<String> PATHS = List.of(
            "/",
            "/api/v1/health",
            "/api/v1/health/live",
            "/api/v1/health/ready",
            "/api/v1/users/me",
            "/api/v1/professions",
            "/api/v1/dashboard/stats",
            "/api/v1/dashboard/activities",
            "/api/v1/builds",
            "/api/v1/plugins",
            "/api/v1/console/panels",
            "/api/v1/jobs",
            "/metrics",
            "/openapi.json",
            "/nowhere");

    private TrainCommand() {}

    static CommandSpec serving() {
        return hidden("train", TrainCommand::serve);
    }

    static CommandSpec commanding() {
        return hidden("train-commands", TrainCommand::commands);
    }

    /** What a look at a server and its logs loads: little else is in its cache, because all of that is loaded at once. */
    static CommandSpec glancing() {
        return hidden("train-glance", TrainCommand::glance);
    }

    private static CommandSpec hidden(String name, Action action) {
        var spec = CommandTree.spec(name, "makes a start-up cache", action);
        spec.usageMessage().hidden(true);
        return spec;
    }

    private static int serve(Action.Stage stage, ParseResult words) throws Exception {
        return Rehearsal.run(stage.backstage(), stage.launch(), away -> {
            var launch = away.with("http.port", "0");
            addSomebody(stage.backstage(), launch);
            Thread.ofPlatform().daemon().name("rehearsal").start(() -> visit(stage.backstage(), launch));
            return stage.backstage().serve(launch);
        });
    }

    /** Ends the process, because that is what makes a server end. */
    private static void visit(Backstage backstage, Launch launch) {
        try {
            var guest = new Probe(await(backstage, launch), "");
            var login = guest.post("/api/v1/auth/login", Map.of("username", "rehearsal", "password", PASSWORD));
            var token = login.flatMap(reply -> reply.text("access_token")).orElse("");
            for (var round = 0; round < ROUNDS; round++) {
                for (var path : PATHS) new Probe(guest.server(), token).get(path);
            }
            System.exit(Exit.OK);
        } catch (Exception e) {
            System.err.println("The rehearsal failed: " + e);
            System.exit(Exit.FAILED);
        }
    }

    private static URI await(Backstage backstage, Launch launch) throws Exception {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - deadline < 0) {
            var address = backstage.whereabouts(launch).address();
            if (address.isPresent()
                    && new Probe(address.get(), "").get("/api/v1/health/live").isPresent()) {
                return address.get();
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("no server was ready in time");
    }

    private static int commands(Action.Stage stage, ParseResult words) throws Exception {
        return Rehearsal.run(stage.backstage(), stage.launch(), launch -> {
            addSomebody(stage.backstage(), launch);
            for (var line :
                    List.of("help", "config", "config --json", "plugins", "doctor", "jobs list", "user --help")) {
                type(stage.backstage(), launch, line);
            }
            return Exit.OK;
        });
    }

    private static int glance(Action.Stage stage, ParseResult words) throws Exception {
        return Rehearsal.run(stage.backstage(), stage.launch(), launch -> {
            try (var example = ExampleServer.start(stage.backstage().whereabouts(launch))) {
                var seen = launch.with("http.port", String.valueOf(example.port()));
                for (var line : List.of(
                        "status", "logs -n 50 --no-follow", "status --json", "logs --json -n 50 -e -w --no-follow")) {
                    type(stage.backstage(), seen, line);
                }
            }
            return Exit.OK;
        });
    }

    private static void addSomebody(Backstage backstage, Launch launch) {
        type(backstage, launch, "user add --email r@guild.example --username rehearsal --role admin --password-stdin");
    }

    private static void type(Backstage backstage, Launch launch, String line) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var input = new ByteArrayInputStream((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        new Cli(backstage, new Terminal(input, nowhere, nowhere, true)).run(launch.words(line));
    }
}
