package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.builds.store.Samples.START;
import static org.wvwbuilder.builds.store.Samples.build;
import static org.wvwbuilder.builds.store.Searching.asked;
import static org.wvwbuilder.builds.store.Searching.builds;
import static org.wvwbuilder.builds.store.Searching.find;
import static org.wvwbuilder.builds.store.Searching.found;
import static org.wvwbuilder.builds.store.Searching.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class TrashTests {

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
}
