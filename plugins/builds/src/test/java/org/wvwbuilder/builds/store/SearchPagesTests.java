package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.store.Samples.START;
import static org.wvwbuilder.builds.store.Samples.build;
import static org.wvwbuilder.builds.store.Searching.builds;
import static org.wvwbuilder.builds.store.Searching.found;
import static org.wvwbuilder.builds.store.Searching.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What was found, sorted and in pages. */
class SearchPagesTests {

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
}
