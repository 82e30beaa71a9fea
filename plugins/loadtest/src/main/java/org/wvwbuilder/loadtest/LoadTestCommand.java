package org.wvwbuilder.loadtest;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.loadtest.plan.Limits;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.report.Comparison;
import org.wvwbuilder.loadtest.report.ComparisonTable;
import org.wvwbuilder.loadtest.report.HtmlReport;
import org.wvwbuilder.loadtest.report.JsonReport;
import org.wvwbuilder.loadtest.report.TextTable;
import org.wvwbuilder.loadtest.report.Verdicts;
import org.wvwbuilder.loadtest.run.LoadRun;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Stop;
import org.wvwbuilder.loadtest.wire.Client;
import org.wvwbuilder.loadtest.wire.Target;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/** {@code gw2 loadtest}. */
final class LoadTestCommand {
    private final InstantSource clock;
    private final Map<String, String> environment;
    private final Supplier<Optional<URI>> server;
    private final Target.Resolver resolver;

    LoadTestCommand(
            InstantSource clock,
            Map<String, String> environment,
            Supplier<Optional<URI>> server,
            Target.Resolver resolver) {
        this.clock = clock;
        this.environment = environment;
        this.server = server;
        this.resolver = resolver;
    }

    Contribution.Command command() {
        var summary = "measures how a server bears load: exit code 0 passed, 4 warned, 1 failed, 3 nothing there";
        return new Contribution.Command(
                "loadtest", summary, List.of(new Subcommand("", summary, Options.ARGUMENTS, Options.ALL, this::run)));
    }

    private Answer run(Call call) throws Exception {
        var target = target(call);
        var files = ReportFiles.of(call);
        var plan = Options.plan(call);
        files.refuseIncomparable(plan);
        var signIn = new SignIn(call, environment);
        if (plan.scenario().signedIn() && !signIn.possible()) throw Options.nobody(plan.scenario());
        var token = prepare(plan, target, signIn);
        try (var interruption = Interruption.of(new Stop(Limits.RUN.plus(Limits.TIMEOUT)))) {
            var result = new LoadRun(plan, target, token, interruption.stop(), call.screen()::progress).run();
            call.screen().progress("");
            tell(call, files, result);
        }
        return Answer.PRINTED;
    }

    private Target target(Call call) throws CommandFailure {
        var typed = call.argument("target").or(() -> server.get().map(LoadTestCommand::reachable));
        if (typed.isEmpty()) {
            throw Words.wrong("Where the server is cannot be known (http.port = 0 and none runs): name it, as in"
                    + " 'gw2 loadtest http://127.0.0.1:8000'.");
        }
        try {
            return Target.of(typed.get(), call.flag("i-own-this-server"), resolver);
        } catch (IllegalArgumentException refused) {
            throw Words.wrong(refused.getMessage());
        }
    }

    /** A server that listens everywhere is also reached from here. */
    private static String reachable(URI address) {
        return address.toString().replace("//0.0.0.0:", "//127.0.0.1:").replaceFirst("//\\[[0:]+]:", "//[::1]:");
    }

    /** Signs in once if that is needed, or else sees that anybody is there. */
    private static String prepare(Plan plan, Target target, SignIn signIn) throws CommandFailure {
        try (var client = new Client(target, Duration.ofSeconds(10))) {
            client.reach();
            return plan.scenario().signedIn() ? signIn.token(client, target) : "";
        } catch (IOException nobody) {
            throw new CommandFailure(
                    Exit.NOTHING_THERE,
                    "Nothing answers at " + target.origin() + " (" + nobody.getMessage()
                            + "): start the server with 'gw2 run'.");
        }
    }

    private void tell(Call call, ReportFiles files, Result result) throws CommandFailure, IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var json = new JsonReport(result, now).values();
        var comparison = files.earlier().map(earlier -> Comparison.of(earlier, result));
        comparison.ifPresent(compared -> json.put("comparison", compared.values()));
        // The files first: whatever becomes of the terminal, they are there.
        files.writeJson(json);
        files.writeHtml(new HtmlReport(result, comparison, now, ZoneId.systemDefault()).page());
        if (call.screen().json()) call.screen().value(json);
        else print(call.screen(), result, comparison);
        var sentence = Verdicts.sentence(result.verdict());
        switch (result.verdict()) {
            case PASS -> {}
            case WARN -> throw new CommandFailure(Exit.WARNED, sentence);
            case FAIL -> throw new CommandFailure(Exit.FAILED, sentence);
        }
    }

    private static void print(Subcommand.Screen screen, Result result, Optional<Comparison> comparison) {
        comparison.ifPresent(compared -> new ComparisonTable(compared).print(screen));
        new TextTable(result).print(screen);
    }
}
