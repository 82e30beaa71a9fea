package org.wvwbuilder.builds.edition;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.CatalogueWriter;
import org.wvwbuilder.builds.catalogue.Contents;
import org.wvwbuilder.builds.edition.Change.What;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.plugin.Contribution.Task;
import org.wvwbuilder.plugin.Uuid7;

/** Makes a new edition of the catalogue when the official API tells something new: all of it, or nothing. */
public final class Synchronisation implements Task {
    /** The game's build number does not tell of every change: once a week all is compared. */
    private static final Duration TRUSTED = Duration.ofDays(7);

    private final Editions editions;
    private final Supplier<OfficialApi> connect;
    private final InstantSource clock;
    private final Runnable afterwards;
    private final Progress progress = new Progress();
    private final AtomicBoolean asked = new AtomicBoolean();

    /** @param afterwards what to do once a new edition is in force */
    public Synchronisation(Editions editions, Supplier<OfficialApi> connect, InstantSource clock, Runnable afterwards) {
        this.editions = editions;
        this.connect = connect;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    public Progress progress() {
        return progress;
    }

    /** The next run is to compare all, whatever the build number says. */
    public void ask() {
        asked.set(true);
    }

    @Override
    public String run() throws OfficialApiFault, InterruptedException {
        progress.begin();
        try (var api = connect.get()) {
            var build = api.get("/v2/build", Map.of()).at("id").number();
            if (!asked.getAndSet(false) && upToDate(build)) {
                return "The game is still at build "
                        + build.map(String::valueOf).orElse("?") + ".";
            }
            return synchronise(api, build);
        } finally {
            progress.end();
        }
    }

    private boolean upToDate(Optional<Integer> build) {
        return build.isPresent()
                && editions.fetched()
                        .filter(edition -> edition.gameBuild().equals(build))
                        .filter(edition -> edition.checkedAt().plus(TRUSTED).isAfter(clock.instant()))
                        .isPresent();
    }

    private String synchronise(OfficialApi api, Optional<Integer> build) throws OfficialApiFault, InterruptedException {
        var newest = editions.newest();
        var before = editions.get();
        var fetching = new Fetching(api, before, progress);
        fetching.look();
        var version = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).toString();
        var told = fetching.fetch(Language.ENGLISH);
        var english = Merge.of(before.contents(), told, version, build);
        var sheets = new EnumMap<Language, byte[]>(Language.class);
        sheets.put(Language.ENGLISH, CatalogueWriter.write(english));
        for (var language : Language.values()) {
            if (language == Language.ENGLISH) continue;
            sheets.put(language, CatalogueWriter.write(Merge.of(english, fetching.fetch(language), version, build)));
        }
        if (same(sheets)) {
            editions.checked(editions.fetched().orElseThrow().id());
            return "The official API tells what it told before.";
        }
        var changes = Comparison.of(before.contents(), english, told, editions.gone());
        if (!editions.add(edition(sheets, version, build), sheets, changes, newest)) {
            return "Another process has fetched the catalogue meanwhile: its edition is in force.";
        }
        afterwards.run();
        return summary(build, changes);
    }

    private Fetched edition(Map<Language, byte[]> sheets, String version, Optional<Integer> build) {
        // Read before it is kept: what cannot be read must never be in force.
        var digest = Catalogue.read(sheets.get(Language.ENGLISH)).edition().digest();
        var now = clock.instant();
        return new Fetched(Uuid7.next(clock), version, build, digest, now, now);
    }

    /** Whether every language has the facts that it has in force; month and build number may differ. */
    private boolean same(Map<Language, byte[]> sheets) {
        return editions.fetched().isPresent()
                && Stream.of(Language.values())
                        .allMatch(language -> editions.speaks(language)
                                && facts(Catalogue.read(sheets.get(language)).contents())
                                        .equals(facts(editions.in(language).contents())));
    }

    private static List<Object> facts(Contents contents) {
        return List.of(
                contents.professions(),
                contents.specializations(),
                contents.traits(),
                contents.skills(),
                contents.palettes(),
                contents.legends(),
                contents.pets(),
                contents.itemStats(),
                contents.upgrades());
    }

    private static String summary(Optional<Integer> build, List<Change> changes) {
        return "A new catalogue for build %s of the game: %d new, %d renamed, %d changed, %d gone, %d back."
                .formatted(
                        build.map(String::valueOf).orElse("?"),
                        count(changes, What.NEW),
                        count(changes, What.RENAMED),
                        count(changes, What.CHANGED),
                        count(changes, What.GONE),
                        count(changes, What.BACK));
    }

    private static long count(List<Change> changes, What what) {
        return changes.stream().filter(change -> change.what() == what).count();
    }
}
