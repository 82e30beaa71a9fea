package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.store.Samples.START;
import static org.wvwbuilder.builds.store.Samples.build;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.store.Builds.Verdict;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class BuildsTests {

    @OnBothEngines
    void whatIsSavedComesBack(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
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
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
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
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
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
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
            var build = build("anna", "one", List.of("a"), Visibility.PRIVATE, START);
            builds.add(build);
            catchThrowableOfType(
                    Problem.class,
                    () -> builds.change(build.id(), before -> {
                        throw Problem.stale("it");
                    }));
            catchThrowableOfType(
                    Problem.class,
                    () -> builds.remove(build.id(), START, before -> {
                        throw Problem.stale("it");
                    }));
            assertThat(builds.find(build.id())).contains(build);
            assertThat(builds.total("anna")).isEqualTo(1);
        }
    }

    @OnBothEngines
    void aDeletedBuildLeavesNothingBehind(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
            var build = build("anna", "one", List.of("a"), Visibility.PUBLIC, START);
            builds.add(build);
            assertThat(builds.remove(build.id(), START, any -> {})).contains(build);
            assertThat(builds.remove(build.id(), START, any -> {})).isEmpty();
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
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
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
    void activityIsCountedBetweenTwoInstants(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = new Builds(context.database(), () -> "digest", id -> Optional.empty());
            for (int i = 0; i < 10; i++) {
                builds.add(build("anna", "n" + i, List.of(), Visibility.PRIVATE, START.minus(Duration.ofDays(i * 10))));
            }
            var month = START.minus(Duration.ofDays(30));
            assertThat(builds.between("anna", month, START)).isEqualTo(3);
            assertThat(builds.between("anna", month, START.minusMillis(1))).isEqualTo(2);
            assertThat(builds.between("bob", month, START)).isZero();
            assertThat(builds.newest("anna", 2))
                    .extracting(build -> build.details().name())
                    .containsExactly("n0", "n1");
        }
    }

    @OnBothEngines
    void buildsCheckedAgainstAnotherCatalogueAreFoundOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            new Builds(context.database(), () -> "old", id -> Optional.empty())
                    .add(build("anna", "one", List.of(), Visibility.PRIVATE, START));
            var builds = new Builds(context.database(), () -> "new", id -> Optional.empty());
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
