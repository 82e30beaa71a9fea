package org.wvwbuilder.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.cli.Terminal.Colour;
import org.wvwbuilder.cli.Words.WrongUsage;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Jobs.Run;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 jobs}: what the server does by itself, how that went, and starting one by hand. */
final class JobsCommand {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int SHOWN = 20;
    private static final int BEAT_MILLIS = 200;
    /** A server looks for wishes every other second. */
    private static final Duration PICKED_UP = Duration.ofSeconds(20);

    private JobsCommand() {}

    static CommandSpec spec() {
        var spec = CommandTree.spec("jobs", "list the jobs of the server, or start one", JobsCommand::list);
        spec.usageMessage().synopsisSubcommandLabel("ACTION").commandListHeading("%nActions:%n");
        spec.addSubcommand(
                "list",
                CommandTree.spec(
                        "list", "the same as without a word: when they run and how they went", JobsCommand::list));
        var run = CommandTree.spec("run", "have the running server start a job now", JobsCommand::run);
        run.addPositional(job());
        run.addOption(OptionSpec.builder("--wait")
                .type(boolean.class)
                .arity("0")
                .description("wait for its end; exit code 1 when it failed")
                .build());
        spec.addSubcommand("run", run);
        var history =
                CommandTree.spec("history", "list the last runs of a job, the newest first", JobsCommand::history);
        history.addPositional(job());
        history.addOption(OptionSpec.builder("-n", "--lines")
                .type(String.class)
                .paramLabel("N")
                .description("so many runs, " + SHOWN + " by default; the last hundred are kept")
                .build());
        spec.addSubcommand("history", history);
        return spec;
    }

    private static PositionalParamSpec job() {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("PLUGIN/NAME")
                .type(String.class)
                .description("as 'gw2 jobs list' shows it")
                .build();
    }

    private static int list(Action.Stage stage, ParseResult words) throws Exception {
        var all = stage.backstage().withJobs(stage.launch(), Jobs::all);
        var table = new Table(stage.terminal(), "JOB", "SCHEDULE", "NEXT", "LAST", "OUTCOME", "TITLE");
        for (var job : all) {
            var last = job.last();
            table.row(
                    last.map(run -> colour(run.outcome())).orElse(Colour.DIM),
                    job.plugin() + "/" + job.name(),
                    job.schedule(),
                    job.next().map(TIME::format).orElse(""),
                    last.map(run -> TIME.format(run.started())).orElse("never"),
                    last.map(Run::outcome).orElse(""),
                    job.title().en());
        }
        stage.answer(
                all, all.isEmpty() ? "No job is known yet: start the server once with 'gw2 run'." : table.toString());
        return Exit.OK;
    }

    private static int history(Action.Stage stage, ParseResult words) throws Exception {
        var name = Name.of(words);
        int count = count(words.matchedOptionValue("--lines", String.valueOf(SHOWN)));
        var runs = stage.backstage().withJobs(stage.launch(), jobs -> {
            known(jobs, name);
            return jobs.runs(name.plugin(), name.job(), count, Optional.empty());
        });
        var table = new Table(stage.terminal(), "STARTED", "TOOK", "OUTCOME", "CAUSE", "BY", "DETAIL");
        for (var run : runs) {
            table.row(
                    colour(run.outcome()),
                    TIME.format(run.started()),
                    took(run),
                    run.outcome(),
                    run.cause(),
                    run.by(),
                    run.detail());
        }
        stage.answer(runs, runs.isEmpty() ? name + " did not run yet." : table.toString());
        return Exit.OK;
    }

    private static int count(String text) throws WrongUsage {
        if (text.matches("[1-9][0-9]{0,2}")) return Integer.parseInt(text);
        throw new WrongUsage("-n wants a number from 1 to 999, not '" + text + "'.");
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var name = Name.of(words);
        var lock = stage.backstage().whereabouts(stage.launch()).lock();
        if (lock != Backstage.Lock.HELD) {
            throw new CommandFailure(
                    Exit.NOT_RUNNING, "No server runs on this data folder: start it with 'gw2 run', it runs the jobs.");
        }
        boolean wait = words.matchedOptionValue("--wait", false);
        return stage.backstage().withJobs(stage.launch(), jobs -> {
            known(jobs, name);
            var before = newest(jobs, name).map(Run::id).orElse("");
            if (!jobs.run(name.plugin(), name.job(), "command")) {
                throw new CommandFailure(
                        Exit.FAILED,
                        name + " runs already: see 'gw2 jobs history " + name + "', and wait for its end.");
            }
            var run = started(jobs, name, before);
            if (wait) run = ended(stage, jobs, name, run.id());
            stage.answer(run, told(stage.terminal(), name, run));
            return bad(run.outcome()) ? Exit.FAILED : Exit.OK;
        });
    }

    private static void known(Jobs jobs, Name name) throws CommandFailure {
        for (var job : jobs.all()) {
            if (job.plugin().equals(name.plugin()) && job.name().equals(name.job())) return;
        }
        throw new CommandFailure(Exit.FAILED, "No job is called " + name + ": see 'gw2 jobs list'.");
    }

    private static Optional<Run> newest(Jobs jobs, Name name) {
        return jobs.runs(name.plugin(), name.job(), 1, Optional.empty()).stream()
                .findFirst();
    }

    private static Run started(Jobs jobs, Name name, String before) throws Exception {
        long end = System.nanoTime() + PICKED_UP.toNanos();
        while (System.nanoTime() < end) {
            var newest = newest(jobs, name).filter(run -> run.id().compareTo(before) > 0);
            if (newest.isPresent()) return newest.get();
            Thread.sleep(BEAT_MILLIS);
        }
        throw new CommandFailure(
                Exit.FAILED,
                "The server did not start " + name + " within 20 seconds: see 'gw2 status' and 'gw2 logs'.");
    }

    private static Run ended(Action.Stage stage, Jobs jobs, Name name, String id) throws Exception {
        while (true) {
            var runs = jobs.runs(name.plugin(), name.job(), 100, Optional.empty());
            var mine = runs.stream().filter(run -> run.id().equals(id)).findFirst();
            if (mine.isEmpty() || mine.get().ended().isPresent()) {
                clear(stage);
                return mine.orElseThrow(
                        () -> new CommandFailure(Exit.FAILED, "The record of this run is gone: see 'gw2 logs'."));
            }
            if (stage.terminal().person() && !stage.json()) {
                var seconds =
                        Duration.between(mine.get().started(), Instant.now()).toSeconds();
                stage.terminal().out().print("\r\033[K… " + name + " runs since " + Math.max(0, seconds) + " s");
                stage.terminal().out().flush();
            }
            Thread.sleep(BEAT_MILLIS);
        }
    }

    private static void clear(Action.Stage stage) {
        if (stage.terminal().person() && !stage.json()) stage.terminal().out().print("\r\033[K");
    }

    private static String told(Terminal terminal, Name name, Run run) {
        var outcome = run.ended().isEmpty() ? "was started" : run.outcome() + " after " + took(run);
        return name + " " + terminal.paint(colour(run.outcome()), outcome)
                + (run.detail().isEmpty() ? "." : ": " + Terminal.visible(run.detail()));
    }

    private static String took(Run run) {
        if (run.ended().isEmpty()) return "";
        var took = Duration.between(run.started(), run.ended().get());
        return took.toSeconds() < 10 ? took.toMillis() + " ms" : StatusText.span(took.toSeconds());
    }

    private static boolean bad(String outcome) {
        return outcome.equals("failed") || outcome.equals("lost");
    }

    private static Colour colour(String outcome) {
        if (bad(outcome)) return Colour.RED;
        return outcome.equals("running") ? Colour.CYAN : Colour.GREEN;
    }

    /** What a job is called. */
    private record Name(String plugin, String job) {

        static Name of(ParseResult words) throws WrongUsage {
            String text = words.matchedPositionalValue(0, "");
            var parts = List.of(text.split("/", -1));
            if (parts.size() == 2) return new Name(parts.getFirst(), parts.getLast());
            throw new WrongUsage("A job is called PLUGIN/NAME, such as auth/session-purge, not '" + text
                    + "'. See 'gw2 jobs list'.");
        }

        @Override
        public String toString() {
            return plugin + "/" + job;
        }
    }
}
