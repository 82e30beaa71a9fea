package org.wvwbuilder.loadtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.loadtest.plan.Endpoint;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.plan.Scenario;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** The options, and the plan that they make. */
final class Options {
    static final List<Argument> ARGUMENTS =
            List.of(new Argument("target", "the server's address; by default the one of this configuration", false));

    static final List<Option> ALL = List.of(
            option("user", "NAME", "sign in once as this account"),
            option("password-stdin", "", "with --user: read the password from standard input"),
            option("token-file", "FILE", "an access token; or put it into the variable " + SignIn.VARIABLE),
            option("only", "NAMES", "only these endpoints, by their names, joined by commas"),
            option("scenario", "FILE", "other requests, as JSON"),
            option("rate", "N", "open model: so many requests a second, whether answered or not"),
            option("for", "TIME", "with --rate: how long, 10s by default, 10m at most"),
            option("outstanding", "N", "with --rate: so many under way at most, 64 by default"),
            option("warmup", "TIME", "requests before any is counted, 2s by default"),
            option("rounds", "N", "repeat so often; times are the medians of the rounds"),
            option("timeout", "TIME", "give an answer up after this, 10s by default"),
            option("report", "FILE", "write the result as JSON"),
            option("html", "FILE", "write the result as a page with plots"),
            option("compare", "FILE", "compare with an earlier --report"),
            option("overwrite", "", "replace files that exist already"),
            option("i-own-this-server", "", "also load a server that is not on this machine"));

    private Options() {}

    private static Option option(String name, String placeholder, String summary) {
        return new Option(name, placeholder, summary, false);
    }

    static Plan plan(Call call) throws CommandFailure {
        var words = new Words(call);
        try {
            var file = call.option("scenario").map(Path::of);
            var scenario = file.isEmpty() ? Scenario.VISIT : ReportFiles.scenario(file.get());
            var names = words.names("only");
            if (!names.isEmpty()) scenario = scenario.only(names);
            return new Plan(
                    scenario,
                    load(words),
                    words.whole("rounds").orElse(1),
                    words.span("warmup").orElse(Duration.ofSeconds(2)),
                    words.span("timeout").orElse(Duration.ofSeconds(10)));
        } catch (IllegalArgumentException refused) {
            throw Words.wrong(refused.getMessage() + ".");
        }
    }

    private static Load load(Words words) throws CommandFailure {
        var rate = words.number("rate");
        var length = words.span("for");
        var outstanding = words.whole("outstanding");
        if (rate.isPresent()) {
            return new Load.Open(rate.get(), length.orElse(Duration.ofSeconds(10)), outstanding.orElse(64));
        }
        if (length.isPresent() || outstanding.isPresent()) {
            throw Words.wrong("--for and --outstanding belong to --rate: say how many requests a second, too.");
        }
        return new Load.Closed();
    }

    /** Nobody said who is to sign in. */
    static CommandFailure nobody(Scenario scenario) {
        var open = Optional.of(scenario.endpoints().stream()
                        .filter(endpoint -> !endpoint.signedIn())
                        .map(Endpoint::name)
                        .toList())
                .filter(names -> !names.isEmpty())
                .map(names -> "; or measure only what needs none: --only '" + String.join(",", names) + "'");
        return Words.wrong("Some requests need an account: use --user NAME --password-stdin, --token-file FILE, or the"
                + " variable " + SignIn.VARIABLE + open.orElse("") + ".");
    }
}
