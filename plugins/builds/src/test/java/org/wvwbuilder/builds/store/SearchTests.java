package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.store.Samples.START;
import static org.wvwbuilder.builds.store.Samples.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SearchTests {
    private static final Map<Integer, String> NAMES = Map.of(42, "Zeal", 62, "Firebrand");

    @OnBothEngines
    void everyWordMayBeginAnyWordOfTheBuild(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Résistance à l’Écran", List.of("reset night"), Visibility.PUBLIC, START));
            builds.add(build("anna", "Other", List.of(), Visibility.PUBLIC, START));
            assertThat(found(builds, "resist")).containsExactly("Résistance à l’Écran");
            assertThat(found(builds, "RÉSISTANCE ecr")).containsExactly("Résistance à l’Écran");
            assertThat(found(builds, "fireb guard night")).containsExactly("Résistance à l’Écran");
            assertThat(found(builds, "heal zeal")).hasSize(2);
            assertThat(found(builds, "sistance")).isEmpty();
            assertThat(found(builds, "resist nowhere")).isEmpty();
            assertThat(found(builds, "_v")).isEmpty();
            assertThat(found(builds, "\" OR * '' | & ! :")).isEmpty();
            assertThat(found(builds, "' | '")).isEmpty();
        }
    }

    @OnBothEngines
    void longWordsAreFoundByTheirBeginnings(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Unübertroffenheitsanspruch", List.of(), Visibility.PUBLIC, START));
            assertThat(found(builds, "unubertroffe")).hasSize(1);
            assertThat(found(builds, "unubertroffenheits")).hasSize(1);
            assertThat(found(builds, "unubertroffenheitz")).isEmpty();
            assertThat(found(builds, "unübertroffenheitsanspruch")).hasSize(1);
        }
    }

    @OnBothEngines
    void nobodyFindsWhatTheyMayNotSee(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Secret", List.of(), Visibility.PRIVATE, START));
            var team = build("anna", "Team secret", List.of(), Visibility.PRIVATE, START);
            builds.add(team);
            builds.change(team.id(), before -> shared(before, "red"));
            assertThat(find(builds, asked("bob", List.of(), "secret"))).isEmpty();
            assertThat(find(builds, asked("", List.of(), "secret"))).isEmpty();
            assertThat(find(builds, asked("bob", List.of("red"), "secret"))).containsExactly("Team secret");
            assertThat(find(builds, asked("bob", List.of("blue"), "secret"))).isEmpty();
            assertThat(find(builds, asked("anna", List.of(), "secret"))).hasSize(2);
        }
    }

    @OnBothEngines
    void aChangeIsFoundByItsNewWordsOnlyAndFirst(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            var old = build("anna", "Alpha zerg", List.of(), Visibility.PUBLIC, START);
            builds.add(old);
            builds.add(build("anna", "Beta zerg", List.of(), Visibility.PUBLIC, START.plusSeconds(1)));
            assertThat(found(builds, "zerg")).containsExactly("Beta zerg", "Alpha zerg");
            builds.change(old.id(), before -> named(before, "Gamma zerg"));
            assertThat(found(builds, "alpha")).isEmpty();
            assertThat(found(builds, "zerg")).containsExactly("Gamma zerg", "Beta zerg");
            builds.change(old.id(), before -> named(before, "Delta zerg"));
            var page = builds.list(listing("bob", List.of(), false, "zerg", Sort.UPDATED, Optional.empty(), 1));
            assertThat(page.builds()).hasSize(1);
            assertThat(page.next()).as("earlier states take no place").isPresent();
        }
    }

    @OnBothEngines
    void deletedBuildsAreFoundAgainWhenTheyAreBack(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            var trash = new Trash(context.database(), context.clock, builds);
            var build = build("anna", "Alpha", List.of(), Visibility.PUBLIC, START);
            builds.add(build);
            builds.remove(build.id(), START, any -> {});
            assertThat(found(builds, "alpha")).isEmpty();
            assertThat(trash.restore("anna", build.id(), team -> true)).isPresent();
            assertThat(found(builds, "alpha")).containsExactly("Alpha");
            builds.removeAll("anna");
            assertThat(found(builds, "alpha")).isEmpty();
        }
    }

    @OnBothEngines
    void theTrashComesInPagesAndGivesBackWhatIsNoLongerSharedAsPrivate(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            var trash = new Trash(context.database(), context.clock, builds);
            for (int i = 0; i < 7; i++) {
                var build = build("anna", "Old " + i, List.of(), Visibility.PRIVATE, START);
                builds.add(build);
                builds.change(build.id(), before -> shared(before, "red"));
                builds.remove(build.id(), START.plusMillis(i / 2), any -> {});
            }
            var seen = new ArrayList<Trashed>();
            List<Trashed> page = trash.of("anna", Optional.empty(), 3);
            while (!page.isEmpty()) {
                seen.addAll(page);
                page = trash.of("anna", Optional.of(Trash.place(page.getLast())), 3);
            }
            assertThat(seen)
                    .extracting(trashed -> trashed.build().id())
                    .doesNotHaveDuplicates()
                    .hasSize(7);
            var left = trash.restore("anna", seen.get(0).build().id(), team -> false)
                    .orElseThrow();
            assertThat(left.details().visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(left.details().team()).isEmpty();
            var kept = trash.restore("anna", seen.get(1).build().id(), "red"::equals)
                    .orElseThrow();
            assertThat(kept.details().team()).contains("red");
            assertThat(find(builds, asked("bob", List.of("red"), "old")))
                    .containsExactly(kept.details().name());
        }
    }

    @OnBothEngines
    void pagesOfEverySortShowEachMatchOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            var all = new ArrayList<Build>();
            for (int i = 0; i < 90; i++) {
                var name = (i % 3 == 0 ? "Zerg " : "Roam ") + i % 7;
                all.add(build(i % 2 == 0 ? "anna" : "bob", name, List.of(), Visibility.PUBLIC, START.plusMillis(i)));
            }
            builds.addAll(all);
            var zerg = all.stream()
                    .filter(build -> build.details().name().startsWith("Zerg"))
                    .map(Build::id)
                    .toList();
            for (var sort : Sort.values()) {
                var seen = new ArrayList<Build>();
                Optional<Place> after = Optional.empty();
                do {
                    var page = builds.list(listing("anna", List.of(), false, "zerg", sort, after, 7));
                    seen.addAll(page.builds());
                    after = page.next();
                } while (after.isPresent());
                assertThat(seen).as(sort.name()).extracting(Build::id).containsExactlyInAnyOrderElementsOf(zerg);
                if (sort == Sort.NAME) {
                    assertThat(seen).extracting(build -> build.details().name()).isSorted();
                }
            }
            var own = builds.list(listing("anna", List.of(), true, "zerg", Sort.NAME, Optional.empty(), 200));
            assertThat(own.builds()).hasSize(15);
        }
    }

    @OnBothEngines
    void whatCannotBeSortedIsRefusedWithAWayOut(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            var all = new ArrayList<Build>();
            for (int i = 0; i <= Searchable.MOST_SORTED; i++) {
                all.add(build("anna", "Zerg", List.of(), Visibility.PUBLIC, START));
            }
            builds.addAll(all);
            var byName = listing("anna", List.of(), false, "zerg", Sort.NAME, Optional.empty(), 7);
            assertThat(catchThrowableOfType(Problem.class, () -> builds.list(byName)))
                    .extracting(Problem::status)
                    .isEqualTo(422);
            assertThat(found(builds, "zerg")).hasSize(10);
            builds.remove(all.getFirst().id(), START, any -> {});
            assertThat(builds.list(byName).builds()).hasSize(7);
        }
    }

    @OnBothEngines
    void buildsFromBeforeTheSearchAreTakenIn(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Alpha", List.of(), Visibility.PUBLIC, START));
            builds.add(build("anna", "Alpha two", List.of(), Visibility.PUBLIC, START));
            context.database().write(connection -> {
                if (context.database().engine() == Database.Engine.SQLITE) {
                    Sql.of(connection, "DELETE FROM builds_search").run();
                }
                return Sql.of(connection, "UPDATE builds_builds SET search_row = NULL")
                        .run();
            });
            assertThat(builds.makeSearchable()).isEqualTo(2);
            assertThat(builds.makeSearchable()).isZero();
            assertThat(found(builds, "alpha")).hasSize(2);
        }
    }

    @Test
    void noFactIsAWordAndNoTwoFactsAreOne() {
        assertThat(Words.fact('t', "a b")).isNotEqualTo(Words.fact('t', "a_b")).isNotEqualTo(Words.fact('t', "ab"));
        assertThat(Words.fact('t', "Ä'\"\\ ")).matches("_t[\\p{L}\\p{N}_]+");
        assertThat(Words.of("_t_27_ a")).containsExactly("t", "27", "a");
    }

    @OnBothEngines
    void everyStatementReadsIndexes(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            if (context.database().engine() != Database.Engine.SQLITE) return;
            var index = SearchIndex.of(Database.Engine.SQLITE);
            assertThat(plan(context, index.newest("id"), "\"a\"", 9L, 5))
                    .contains("builds_by_search_row")
                    .doesNotContain("SCAN builds_builds");
            var sorted = index.sorted("id", "", ListTable.order(Sort.NAME));
            assertThat(plan(context, sorted, "\"a\"", 5))
                    .contains("USING COVERING INDEX builds_by_search_row")
                    .doesNotContain("SCAN builds_builds");
        }
    }

    private static String plan(TestContext context, String sql, Object... parameters) {
        return context.database()
                .<List<String>>read(connection -> Sql.of(connection, "EXPLAIN QUERY PLAN " + sql, parameters)
                        .list(row -> row.getString("detail")))
                .toString();
    }

    private static Builds builds(TestContext context) {
        return new Builds(context.database(), () -> "digest", id -> Optional.ofNullable(NAMES.get(id)));
    }

    private static List<String> found(Builds builds, String q) {
        return find(builds, asked("bob", List.of(), q));
    }

    private static List<String> find(Builds builds, Listing listing) {
        return builds.list(listing).builds().stream()
                .map(build -> build.details().name())
                .toList();
    }

    private static Listing asked(String viewer, List<String> teams, String q) {
        return listing(viewer, teams, false, q, Sort.UPDATED, Optional.empty(), 10);
    }

    private static Listing listing(
            String viewer, List<String> teams, boolean own, String q, Sort sort, Optional<Place> after, int limit) {
        return new Listing(
                viewer,
                teams,
                own,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(q),
                sort,
                after,
                limit);
    }

    private static Build shared(Build before, String team) {
        return with(before, before.details().sharedAs(Visibility.TEAM, Optional.of(team)));
    }

    private static Build named(Build before, String name) {
        var d = before.details();
        return with(
                before,
                new Details(
                        name,
                        d.chatLink(),
                        d.profession(),
                        d.specializations(),
                        d.equipment(),
                        d.gameMode(),
                        d.role(),
                        d.tags(),
                        d.notes(),
                        d.visibility()));
    }

    private static Build with(Build before, Details details) {
        return new Build(
                before.id(),
                before.owner(),
                before.editor(),
                details,
                before.needsReview(),
                before.createdAt(),
                before.updatedAt().plusSeconds(10),
                before.version());
    }
}
