package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.builds.store.Samples.START;
import static org.wvwbuilder.builds.store.Samples.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class ListingTests {

    @OnBothEngines
    void pagesOfEverySortShowEachVisibleBuildOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
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
                do {
                    var page = builds.list(listing("anna", false, sort, after, 7));
                    seen.addAll(page.builds());
                    after = page.next();
                } while (after.isPresent());
                assertThat(seen).as(sort.name()).extracting(Build::id).containsExactlyInAnyOrderElementsOf(visible);
            }
            assertThat(builds.list(listing("anna", true, Sort.UPDATED, Optional.empty(), 200))
                            .builds())
                    .hasSize(30);
            assertThat(builds.list(listing("", false, Sort.UPDATED, Optional.empty(), 200))
                            .builds())
                    .hasSize(20);
            assertThat(builds.list(listing("anna", false, Sort.UPDATED, Optional.empty(), 200))
                            .builds())
                    .extracting(Build::updatedAt)
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @OnBothEngines
    void whatNeedsAReviewIsListedByItself(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
            var all = List.of(
                    build("anna", "own", List.of(), Visibility.PRIVATE, START),
                    build("bob", "open", List.of(), Visibility.PUBLIC, START.plusSeconds(1)),
                    build("bob", "hidden", List.of(), Visibility.PRIVATE, START.plusSeconds(2)),
                    build("anna", "fine", List.of(), Visibility.PUBLIC, START.plusSeconds(3)));
            builds.addAll(all);
            builds.checked(all.stream()
                    .map(build -> new Builds.Verdict(
                            build.id(), !build.details().name().equals("fine")))
                    .toList());
            assertThat(builds.marked()).isEqualTo(3);
            var first = builds.list(
                    listing("anna", false, Sort.UPDATED, Optional.empty(), 1).marked(true));
            assertThat(first.builds())
                    .extracting(build -> build.details().name())
                    .containsExactly("open");
            var second = builds.list(
                    listing("anna", false, Sort.UPDATED, first.next(), 1).marked(true));
            assertThat(second.builds())
                    .extracting(build -> build.details().name())
                    .containsExactly("own");
            assertThat(second.next()).isEmpty();
        }
    }

    @OnBothEngines
    void filtersNarrowTheList(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
            builds.add(build("anna", "100% Ärger", List.of("zerg"), Visibility.PUBLIC, START));
            builds.add(build("anna", "1000 other", List.of("roam"), Visibility.PUBLIC, START));
            assertThat(names(builds, Optional.of("100% ärg"), Optional.empty())).containsExactly("100% Ärger");
            assertThat(names(builds, Optional.of("100"), Optional.empty())).hasSize(2);
            assertThat(names(builds, Optional.of("_"), Optional.empty())).isEmpty();
            assertThat(names(builds, Optional.empty(), Optional.of("roam"))).containsExactly("1000 other");
            var by = listing("bob", false, Sort.NAME, Optional.empty(), 10);
            assertThat(builds.list(filtered(
                                    by, Optional.of(Profession.GUARDIAN), Optional.of(62), Optional.of("HEALER")))
                            .builds())
                    .hasSize(2);
            assertThat(builds.list(filtered(by, Optional.of(Profession.THIEF), Optional.of(62), Optional.empty()))
                            .builds())
                    .isEmpty();
            assertThat(builds.list(filtered(by, Optional.of(Profession.THIEF), Optional.empty(), Optional.empty()))
                            .builds())
                    .isEmpty();
            assertThat(builds.list(filtered(by, Optional.empty(), Optional.of(63), Optional.empty()))
                            .builds())
                    .isEmpty();
            assertThat(builds.list(filtered(by, Optional.empty(), Optional.empty(), Optional.of("scout")))
                            .builds())
                    .isEmpty();
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
                        List.of(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        tag,
                        q,
                        Sort.UPDATED,
                        Optional.empty(),
                        10))
                .builds()
                .stream()
                .map(build -> build.details().name())
                .toList();
    }

    private static Listing listing(String viewer, boolean own, Sort sort, Optional<Listing.Place> after, int limit) {
        return new Listing(
                viewer,
                List.of(),
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
                l.viewer(),
                l.teams(),
                l.own(),
                profession,
                specialization,
                role,
                l.tag(),
                l.q(),
                l.sort(),
                l.after(),
                l.limit());
    }
}
