package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.store.Builds.Verdict;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class BuildsTests {
    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    private static final Equipment GEAR = new Equipment(
            List.of(
                    new Piece(Slot.HELM, Optional.empty(), Optional.of(161), List.of(24836), List.of()),
                    new Piece(
                            Slot.WEAPON_A1,
                            Optional.of("Greatsword"),
                            Optional.empty(),
                            List.of(24615, 24868),
                            List.of(43250, 43251)),
                    new Piece(Slot.AQUATIC_HELM, Optional.empty(), Optional.empty(), List.of(), List.of())),
            Optional.of(100090),
            Optional.empty(),
            Optional.of(9443));

    @OnBothEngines
    void whatIsSavedComesBack(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            var build = build("anna", "Nachtwache “Ä” % _ \\ '", List.of("reset", "zerg"), Visibility.PUBLIC, START);
            builds.add(build);
            assertThat(builds.find(build.id())).contains(build);
            assertThat(builds.find("nobody")).isEmpty();
            assertThat(builds.total("anna")).isEqualTo(1);
            assertThat(builds.total()).isEqualTo(1);
        }
    }

    @OnBothEngines
    void aChangeCountsTheVersionAndReplacesTheTags(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            var build = build("anna", "one", List.of("reset", "zerg"), Visibility.PUBLIC, START);
            builds.add(build);
            var changed = builds.change(build.id(), before -> with(before, "two", List.of("zerg", "new")))
                    .orElseThrow();
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.details().name()).isEqualTo("two");
            assertThat(builds.find(build.id())).contains(changed);
            assertThat(builds.tags("bob", 10)).containsExactly(new TagCount("new", 1), new TagCount("zerg", 1));
            assertThat(builds.total("anna")).isEqualTo(1);
        }
    }

    @OnBothEngines
    void ofManyChangesAtOnceNoneIsLost(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database);
                var threads = Executors.newFixedThreadPool(8)) {
            var builds = new Builds(context.database(), "digest");
            var build = build("anna", "0", List.of(), Visibility.PRIVATE, START);
            builds.add(build);
            var outcomes = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        try {
                            builds.change(
                                    build.id(),
                                    before -> with(
                                            before,
                                            ""
                                                    + (Integer.parseInt(before.details()
                                                                    .name())
                                                            + 1),
                                            List.of()));
                            return 1;
                        } catch (Problem stale) {
                            assertThat(stale.status()).isEqualTo(412);
                            return 0;
                        }
                    }))
                    .toList();
            int done = 0;
            for (var outcome : outcomes) done += outcome.get();
            var last = builds.find(build.id()).orElseThrow();
            assertThat(last.details().name()).isEqualTo("" + done);
            assertThat(last.version()).isEqualTo(done + 1);
        }
    }

    @OnBothEngines
    void aRefusedChangeChangesNothing(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            var build = build("anna", "one", List.of("a"), Visibility.PRIVATE, START);
            builds.add(build);
            catchThrowableOfType(
                    Problem.class,
                    () -> builds.change(build.id(), before -> {
                        throw Problem.stale("it");
                    }));
            catchThrowableOfType(
                    Problem.class,
                    () -> builds.remove(build.id(), before -> {
                        throw Problem.stale("it");
                    }));
            assertThat(builds.find(build.id())).contains(build);
            assertThat(builds.total("anna")).isEqualTo(1);
        }
    }

    @OnBothEngines
    void aDeletedBuildLeavesNothingBehind(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            var build = build("anna", "one", List.of("a"), Visibility.PUBLIC, START);
            builds.add(build);
            assertThat(builds.remove(build.id(), any -> {})).contains(build);
            assertThat(builds.remove(build.id(), any -> {})).isEmpty();
            assertThat(builds.find(build.id())).isEmpty();
            assertThat(builds.tags("anna", 10)).isEmpty();
            assertThat(builds.total("anna")).isZero();
            assertThat(builds.empty()).isTrue();
        }
    }

    @OnBothEngines
    void aRepeatedRequestMakesOneBuild(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database);
                var threads = Executors.newFixedThreadPool(8)) {
            var builds = new Builds(context.database(), "digest");
            var outcomes = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> builds.addOnce(
                                    build("anna", "same", List.of(), Visibility.PRIVATE, START), "key", "asked")
                            .id()))
                    .toList();
            var ids = new HashSet<String>();
            for (var outcome : outcomes) ids.add(outcome.get());
            assertThat(ids).hasSize(1);
            assertThat(builds.total("anna")).isEqualTo(1);
            var other = build("anna", "other", List.of(), Visibility.PRIVATE, START);
            var problem = catchThrowableOfType(Problem.class, () -> builds.addOnce(other, "key", "asked otherwise"));
            assertThat(problem.type()).isEqualTo("idempotency-key-reused");
            builds.addOnce(build("bob", "same", List.of(), Visibility.PRIVATE, START), "key", "asked");
            assertThat(builds.total("bob")).isEqualTo(1);
        }
    }

    @OnBothEngines
    void pagesOfEverySortShowEachVisibleBuildOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            var all = new ArrayList<Build>();
            for (int i = 0; i < 60; i++) {
                var visibility = i % 3 == 0 ? Visibility.PUBLIC : Visibility.PRIVATE;
                var at = START.plusMillis(i / 4 * 1000L);
                all.add(build(i % 2 == 0 ? "anna" : "bob", "Name " + i % 7, List.of("t" + i % 5), visibility, at));
            }
            builds.addAll(all);
            var visible = all.stream()
                    .filter(build -> build.visibleTo("anna"))
                    .map(Build::id)
                    .toList();
            for (var sort : Sort.values()) {
                var seen = new ArrayList<Build>();
                Optional<Listing.Place> after = Optional.empty();
                List<Build> page;
                do {
                    page = builds.list(listing("anna", false, sort, after, 7));
                    seen.addAll(page);
                    after = page.isEmpty() ? after : Optional.of(sort.place(page.getLast()));
                } while (!page.isEmpty());
                assertThat(seen).as(sort.name()).extracting(Build::id).containsExactlyInAnyOrderElementsOf(visible);
            }
            assertThat(builds.list(listing("anna", true, Sort.UPDATED, Optional.empty(), 200)))
                    .hasSize(30);
            assertThat(builds.list(listing("", false, Sort.UPDATED, Optional.empty(), 200)))
                    .hasSize(20);
            assertThat(builds.list(listing("anna", false, Sort.UPDATED, Optional.empty(), 200)))
                    .extracting(Build::updatedAt)
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @OnBothEngines
    void filtersNarrowTheList(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            builds.add(build("anna", "100% Ärger", List.of("zerg"), Visibility.PUBLIC, START));
            builds.add(build("anna", "1000 other", List.of("roam"), Visibility.PUBLIC, START));
            assertThat(names(builds, Optional.of("100% ärg"), Optional.empty())).containsExactly("100% Ärger");
            assertThat(names(builds, Optional.of("100"), Optional.empty())).hasSize(2);
            assertThat(names(builds, Optional.of("_"), Optional.empty())).isEmpty();
            assertThat(names(builds, Optional.empty(), Optional.of("roam"))).containsExactly("1000 other");
            var by = listing("bob", false, Sort.NAME, Optional.empty(), 10);
            assertThat(builds.list(
                            filtered(by, Optional.of(Profession.GUARDIAN), Optional.of(62), Optional.of("HEALER"))))
                    .hasSize(2);
            assertThat(builds.list(filtered(by, Optional.of(Profession.THIEF), Optional.empty(), Optional.empty())))
                    .isEmpty();
            assertThat(builds.list(filtered(by, Optional.empty(), Optional.of(63), Optional.empty())))
                    .isEmpty();
            assertThat(builds.list(filtered(by, Optional.empty(), Optional.empty(), Optional.of("scout"))))
                    .isEmpty();
        }
    }

    @OnBothEngines
    void activityIsCountedFromAnInstant(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), "digest");
            for (int i = 0; i < 10; i++) {
                builds.add(build("anna", "n" + i, List.of(), Visibility.PRIVATE, START.minus(Duration.ofDays(i * 10))));
            }
            assertThat(builds.since("anna", START.minus(Duration.ofDays(30)))).isEqualTo(3);
            assertThat(builds.newest("anna", 2))
                    .extracting(build -> build.details().name())
                    .containsExactly("n0", "n1");
        }
    }

    @OnBothEngines
    void buildsCheckedAgainstAnotherCatalogueAreFoundOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            new Builds(context.database(), "old").add(build("anna", "one", List.of(), Visibility.PRIVATE, START));
            var builds = new Builds(context.database(), "new");
            builds.add(build("anna", "two", List.of(), Visibility.PRIVATE, START));
            var unchecked = builds.unchecked(10);
            assertThat(unchecked).extracting(build -> build.details().name()).containsExactly("one");
            builds.checked(List.of(new Verdict(unchecked.getFirst().id(), true)));
            assertThat(builds.unchecked(10)).isEmpty();
            var marked = builds.find(unchecked.getFirst().id()).orElseThrow();
            assertThat(marked.needsReview()).isTrue();
            assertThat(marked.version()).isEqualTo(1);
        }
    }

    @OnBothEngines
    void theDashboardsQueriesReadIndexesOnly(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            if (context.database().engine() != Database.Engine.SQLITE) return;
            assertThat(plan(context, "SELECT count(*) FROM builds_builds WHERE owner = 'a' AND updated_at > 1"))
                    .contains("USING COVERING INDEX builds_by_owner_updated");
            assertThat(plan(
                            context,
                            "SELECT id FROM builds_builds WHERE owner = 'a' ORDER BY updated_at DESC, id DESC"))
                    .contains("builds_by_owner_updated")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(
                            context,
                            "SELECT id, name FROM builds_builds WHERE visibility = 'public' AND owner <> 'a'"
                                    + " AND (updated_at, id) < (5, 'x') ORDER BY updated_at DESC, id DESC LIMIT 50"))
                    .contains("builds_public_updated")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(context, "SELECT tag, count(*) FROM builds_tags WHERE open = 1 GROUP BY tag"))
                    .contains("USING COVERING INDEX builds_tags_open");
        }
    }

    private static String plan(TestContext context, String sql) {
        return context.database()
                .<List<String>>read(connection ->
                        Sql.of(connection, "EXPLAIN QUERY PLAN " + sql).list(row -> row.getString("detail")))
                .toString();
    }

    private static List<String> names(Builds builds, Optional<String> q, Optional<String> tag) {
        return builds
                .list(new Listing(
                        "bob",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        tag,
                        q,
                        Sort.UPDATED,
                        Optional.empty(),
                        10))
                .stream()
                .map(build -> build.details().name())
                .toList();
    }

    private static Listing listing(String viewer, boolean own, Sort sort, Optional<Listing.Place> after, int limit) {
        return new Listing(
                viewer,
                own,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sort,
                after,
                limit);
    }

    private static Listing filtered(
            Listing l, Optional<Profession> profession, Optional<Integer> specialization, Optional<String> role) {
        return new Listing(
                l.viewer(), l.own(), profession, specialization, role, l.tag(), l.q(), l.sort(), l.after(), l.limit());
    }

    private static Build build(String owner, String name, List<String> tags, Visibility visibility, Instant at) {
        var details = new Details(
                name,
                "[&link]",
                Profession.GUARDIAN,
                List.of(42, 0, 62),
                GEAR,
                "wvw",
                "Healer",
                tags,
                "# Notes",
                visibility);
        return new Build(Uuid7.next(() -> at), owner, details, false, at, at, 1);
    }

    private static Build with(Build before, String name, List<String> tags) {
        var d = before.details();
        var details = new Details(
                name,
                d.chatLink(),
                d.profession(),
                d.specializations(),
                d.equipment(),
                d.gameMode(),
                d.role(),
                tags,
                d.notes(),
                d.visibility());
        return new Build(
                before.id(),
                before.owner(),
                details,
                before.needsReview(),
                before.createdAt(),
                before.updatedAt(),
                before.version());
    }
}
