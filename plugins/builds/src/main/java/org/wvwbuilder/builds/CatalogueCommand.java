package org.wvwbuilder.builds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.builds.CatalogueText.Difference;
import org.wvwbuilder.builds.catalogue.Edition;
import org.wvwbuilder.builds.edition.Change;
import org.wvwbuilder.builds.edition.Change.What;
import org.wvwbuilder.builds.edition.ChangeFilter;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Fetched;
import org.wvwbuilder.builds.edition.Progress;
import org.wvwbuilder.builds.edition.Synchronisation;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.builds.rest.EditionAnswer;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

/**
 * {@code gw2 catalogue status|sync|editions|changes}. All of it works on the database, beside a running server or
 * without one; a server follows a new edition within a minute.
 */
final class CatalogueCommand {
    private static final int USUAL = 100;
    private static final int MOST = 10_000;

    private final CatalogueSettings.Sync setting;
    private final Editions editions;
    private final Synchronisation sync;
    private final CatalogueCheck check;
    private final Builds builds;

    CatalogueCommand(
            CatalogueSettings.Sync setting,
            Editions editions,
            Synchronisation sync,
            CatalogueCheck check,
            Builds builds) {
        this.setting = setting;
        this.editions = editions;
        this.sync = sync;
        this.check = check;
        this.builds = builds;
    }

    Contribution.Command contribution() {
        var changes = new Subcommand(
                "changes",
                "what an edition changed",
                List.of(new Argument("edition", "its id; the newest one without it", false)),
                List.of(
                        new Option("what", "WHAT", "only new, renamed, changed, gone or back", false),
                        new Option("kind", "KIND", "only " + String.join(", ", Change.KINDS), false),
                        new Option(
                                "lines", "N", "so many, " + USUAL + " by default, " + MOST + " at most", false, "n")),
                this::changes);
        return new Contribution.Command(
                "catalogue",
                "the facts of the game: which are in force, and fetching newer ones",
                List.of(
                        new Subcommand("status", "which catalogue is in force", List.of(), List.of(), this::status),
                        new Subcommand(
                                "sync",
                                "fetch the catalogue from the game's official API and compare all of it",
                                List.of(),
                                List.of(),
                                this::sync),
                        new Subcommand(
                                "editions", "the editions that were fetched", List.of(), List.of(), this::editions),
                        changes));
    }

    /** @param fetched empty while the shipped catalogue is in force */
    public record Status(String sync, Edition inForce, Optional<Fetched> fetched, long needReview) {}

    private Answer status(Call call) {
        var status = new Status(setting.word(), editions.get().edition(), editions.fetched(), builds.marked());
        return new Answer(status, CatalogueText.status(status));
    }

    /** @param outcome what came of it, in one sentence */
    public record Outcome(String outcome, String check, Optional<Fetched> edition) {}

    private Answer sync(Call call) throws CommandFailure, InterruptedException {
        if (setting.period().isEmpty()) {
            throw new CommandFailure(
                    1,
                    "catalogue.sync is off, so nothing may be asked: set it to daily or weekly,"
                            + " or for this once 'gw2 catalogue sync --set catalogue.sync=weekly'.");
        }
        sync.ask();
        if (call.screen().terminal() && !call.screen().json()) sync.progress().watch(steps(call.screen()));
        try {
            var outcome = new Outcome(sync.run(), check.run(), editions.fetched());
            return new Answer(outcome, outcome.outcome + "\n" + outcome.check);
        } catch (OfficialApiFault | IllegalStateException refused) {
            throw new CommandFailure(1, refused.getMessage());
        }
    }

    /** A line for each tenth of the way. */
    private Runnable steps(Screen screen) {
        return new Runnable() {
            private int said;

            @Override
            public void run() {
                Progress progress = sync.progress();
                if (progress.total() == 0) return;
                int tenth = progress.done() * 10 / progress.total();
                if (tenth == said) return;
                said = tenth;
                screen.line(new Span(
                        Tone.DETAIL,
                        "%3d %%  %d of %d requests".formatted(tenth * 10, progress.done(), progress.total())));
            }
        };
    }

    private Answer editions(Call call) {
        var counts = editions.counts();
        var all = editions.all().stream()
                .map(edition -> EditionAnswer.of(edition, counts.getOrDefault(edition.id(), Map.of())))
                .toList();
        return new Answer(all, CatalogueText.editions(all));
    }

    private Answer changes(Call call) throws CommandFailure {
        var wanted = new ChangeFilter(kind(call), what(call));
        int lines = lines(call);
        var all = editions.all();
        if (all.isEmpty()) {
            return new Answer(List.of(), "No edition was fetched yet: the shipped catalogue is in force.");
        }
        var id = call.argument("edition").orElse(all.getFirst().id());
        if (all.stream().noneMatch(edition -> edition.id().equals(id))) {
            throw new CommandFailure(1, "No edition is called '" + id + "': see 'gw2 catalogue editions'.");
        }
        var found = editions.changes(id, wanted, -1, lines + 1).stream()
                .map(placed -> Difference.of(placed.change()))
                .toList();
        boolean more = found.size() > lines;
        var shown = more ? found.subList(0, lines) : found;
        return new Answer(shown, CatalogueText.changes(shown, more));
    }

    private static Optional<String> kind(Call call) throws CommandFailure {
        var kind = call.option("kind");
        if (kind.filter(word -> !Change.KINDS.contains(word)).isPresent()) {
            throw new CommandFailure(2, "--kind wants one of " + String.join(", ", Change.KINDS) + ".");
        }
        return kind;
    }

    private static Optional<What> what(Call call) throws CommandFailure {
        var word = call.option("what");
        var what = word.flatMap(What::of);
        if (word.isPresent() && what.isEmpty()) {
            throw new CommandFailure(2, "--what wants new, renamed, changed, gone or back.");
        }
        return what;
    }

    private static int lines(Call call) throws CommandFailure {
        var text = call.option("lines").orElse("" + USUAL);
        if (text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= MOST) return Integer.parseInt(text);
        throw new CommandFailure(2, "-n wants a number from 1 to " + MOST + ".");
    }
}
