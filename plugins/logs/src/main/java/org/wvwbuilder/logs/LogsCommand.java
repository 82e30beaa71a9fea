package org.wvwbuilder.logs;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.Severity;
import org.wvwbuilder.logs.read.Cursor;
import org.wvwbuilder.logs.read.LogSource;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** {@code gw2 logs}: reads the files themselves, so it works without a server and without a database. */
final class LogsCommand {
    private static final int MOST = 10_000;
    private static final int PAGE = 1_000;
    /** What is kept in memory until it is printed in the order in which it happened, in characters. */
    private static final int LARGEST = 16 << 20;

    private static final int BEAT_MILLIS = 200;

    private final Sources sources;
    private final InstantSource clock;

    LogsCommand(Sources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    Contribution.Command command() {
        var summary = "shows the logs, the newest last, and follows them on a terminal";
        return new Contribution.Command(
                "logs", summary, List.of(new Subcommand("", summary, List.of(), options(), this::run)));
    }

    private static List<Option> options() {
        return List.of(
                new Option("follow", "", "go on with what is written (a terminal's default)", false, "f"),
                new Option("no-follow", "", "end after the last entry (a pipe's default)", false),
                new Option("errors", "", "errors; may be joined with -w and -i", false, "e"),
                new Option("warnings", "", "warnings", false, "w"),
                new Option("info", "", "information", false, "i"),
                new Option("lines", "N", "so many entries that fit, 100 by default, 10000 at most", false, "n"),
                new Option("since", "TIME", "not older than 15m, 8h, 3d, or 2026-11-24T08:00:00Z", false),
                new Option("grep", "TEXT", "only with this text, in any case; no pattern", false, "g"),
                new Option("source", "ID", String.join(", ", Sources.IDS) + "; application by default", false, "s"),
                new Option(
                        "clean", "", "delete the server's rotated files older than 7 days, after asking", false, "c"),
                new Option("yes", "", "with --clean: do not ask", false));
    }

    private Answer run(Call call) throws Exception {
        if (call.flag("clean")) return new Cleaning(sources.own(), clock).run(call);
        var source = source(call.option("source").orElse("application"));
        var filter = filter(call);
        var follow = call.flag("follow") || call.screen().terminal() && !call.flag("no-follow");
        var printing = new Printing(call.screen());
        // Listening first: nothing is written unheard between the two.
        try (var tail = source.follow()) {
            last(source, filter, count(call)).forEach(printing::print);
            if (follow) follow(tail, filter, printing, call.screen());
        }
        return Answer.PRINTED;
    }

    private LogSource source(String id) throws CommandFailure {
        var source = sources.known(id);
        if (source.isEmpty()) {
            throw new CommandFailure(
                    2, "No source is called '" + id + "': use " + String.join(", ", Sources.IDS) + ".");
        }
        if (!source.get().present()) {
            var present = sources.present().stream().map(LogSource::id).toList();
            throw new CommandFailure(
                    1,
                    "There is no log '" + id + "' here: start the server once or mend logs.directory and the table"
                            + " log-monitor. There are: " + (present.isEmpty() ? "none" : String.join(", ", present))
                            + ".");
        }
        return source.get();
    }

    private Filter filter(Call call) throws CommandFailure {
        var levels = EnumSet.noneOf(Severity.class);
        if (call.flag("errors")) levels.add(Severity.ERROR);
        if (call.flag("warnings")) levels.add(Severity.WARNING);
        if (call.flag("info")) levels.add(Severity.INFO);
        var since = call.option("since");
        var moment = since.flatMap(text -> Words.ago(text, clock.instant()));
        if (since.isPresent() && moment.isEmpty()) {
            throw new CommandFailure(2, "--since wants 90s, 15m, 8h, 3d or 2026-11-24T08:00:00Z.");
        }
        return new Filter(levels, call.option("grep").orElse(""), moment, Optional.empty());
    }

    private static int count(Call call) throws CommandFailure {
        var text = call.option("lines").orElse("100");
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MOST) return Integer.parseInt(text);
        throw new CommandFailure(2, "-n wants a number from 0 to " + MOST + ".");
    }

    /** The last that fit, in the order in which they happened. */
    private static Iterable<Entry> last(LogSource source, Filter filter, int count) throws IOException {
        var found = new ArrayDeque<Entry>();
        var size = 0L;
        var more = Optional.<Cursor>empty();
        do {
            var limit = Math.min(PAGE, count - found.size());
            if (limit <= 0) break;
            var slice = source.before(new LogSource.Request(filter, limit, more, LogSource.Patience.ENDLESS));
            slice.entries().forEach(found::addFirst);
            size += slice.entries().stream().mapToLong(Entry::size).sum();
            more = slice.next();
        } while (more.isPresent() && size < LARGEST);
        return found;
    }

    private static void follow(LogSource.Tail tail, Filter filter, Printing printing, Subcommand.Screen screen)
            throws IOException, InterruptedException {
        while (!screen.gone()) {
            var entries = new ArrayList<>(tail.poll());
            entries.removeIf(entry -> !filter.takes(entry));
            entries.forEach(printing::print);
            Thread.sleep(BEAT_MILLIS);
        }
    }
}
