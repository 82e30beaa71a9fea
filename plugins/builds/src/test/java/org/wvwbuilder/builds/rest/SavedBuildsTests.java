package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.rest.People.ANNA;
import static org.wvwbuilder.builds.rest.People.BOB;
import static org.wvwbuilder.builds.rest.People.NOBODY;
import static org.wvwbuilder.builds.rest.People.as;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.rest.BuildAnswer.Summary;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.event.BuildDeleted;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SavedBuildsTests {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String LINK = PublishedLinks.all().getFirst().link();
    /** Legends of 2019 that nobody knows today. */
    private static final String STRANGE = PublishedLinks.all().get(3).link();

    @OnBothEngines
    void everyPublishedLinkIsKeptByteForByte(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            for (var published : PublishedLinks.all()) {
                var build = saved.add(request("b", published.link(), Visibility.PRIVATE), null, ANNA);
                var seen = saved.seen(build.id(), "anna");
                assertThat(seen.details().chatLink()).isEqualTo(published.link());
                assertThat(seen.details().profession().title()).isEqualTo(published.profession());
                assertThat(answers(context).whole(seen, as(ANNA)).template().legacy())
                        .isEqualTo(published.weapons().equals("legacy"));
            }
        }
    }

    @OnBothEngines
    void othersSeePublicBuildsOnlyAndChangeNone(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            var own = saved.add(request("own", LINK, Visibility.PRIVATE), null, ANNA);
            var open = saved.add(request("open", LINK, Visibility.PUBLIC), null, ANNA);
            assertThat(saved.seen(own.id(), "anna")).isEqualTo(own);
            assertThat(saved.seen(open.id(), "")).isEqualTo(open);
            refused(404, () -> saved.seen(own.id(), "bob"));
            refused(404, () -> saved.seen(own.id(), ""));
            refused(404, () -> saved.change(own.id(), name("x"), BOB, build -> {}));
            refused(403, () -> saved.change(open.id(), name("x"), BOB, build -> {}));
            refused(404, () -> saved.delete(own.id(), BOB, build -> {}));
            refused(403, () -> saved.delete(open.id(), BOB, build -> {}));
            assertThat(saved.seen(open.id(), "")).isEqualTo(open);
        }
    }

    @OnBothEngines
    void everyChangeIsTold(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            var build = saved.add(request("one", LINK, Visibility.PUBLIC), null, ANNA);
            context.clock.advance(Duration.ofMinutes(5));
            var changed = saved.change(build.id(), name("two"), ANNA, before -> {});
            assertThat(changed.createdAt()).isEqualTo(build.createdAt());
            assertThat(changed.updatedAt()).isEqualTo(context.clock.instant());
            saved.delete(build.id(), ANNA, before -> {});
            assertThat(context.events)
                    .containsExactly(
                            new BuildSaved(
                                    build.createdAt(),
                                    build.id(),
                                    "anna",
                                    "anna",
                                    "one",
                                    "Elementalist",
                                    LINK,
                                    Event.Visibility.PUBLIC,
                                    Optional.empty(),
                                    true),
                            new BuildSaved(
                                    changed.updatedAt(),
                                    build.id(),
                                    "anna",
                                    "anna",
                                    "two",
                                    "Elementalist",
                                    LINK,
                                    Event.Visibility.PUBLIC,
                                    Optional.empty(),
                                    false),
                            new BuildDeleted(
                                    changed.updatedAt(),
                                    build.id(),
                                    "anna",
                                    "anna",
                                    "two",
                                    Event.Visibility.PUBLIC,
                                    Optional.empty()));
        }
    }

    @OnBothEngines
    void aRepeatedRequestIsToldOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            var first = saved.add(request("one", LINK, Visibility.PUBLIC), "key", ANNA);
            var second = saved.add(request("one", LINK, Visibility.PUBLIC), "key", ANNA);
            assertThat(second).isEqualTo(first);
            assertThat(context.events).hasSize(1);
            refused(422, () -> saved.add(request("two", LINK, Visibility.PUBLIC), "key", ANNA));
            refused(422, () -> saved.add(request("two", LINK, Visibility.PUBLIC), "no blanks", ANNA));
        }
    }

    @OnBothEngines
    void aConditionThatFailsLeavesTheBuildAsItIs(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            var build = saved.add(request("one", LINK, Visibility.PRIVATE), null, ANNA);
            refused(
                    412,
                    () -> saved.change(build.id(), name("two"), ANNA, before -> {
                        throw Problem.stale("This build");
                    }));
            refused(422, () -> saved.replace(build.id(), name("no link"), ANNA, before -> {}));
            assertThat(saved.seen(build.id(), "anna")).isEqualTo(build);
            assertThat(context.events).hasSize(1);
        }
    }

    @OnBothEngines
    void listsShowEachItsOwnAndPublicOnes(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            saved.add(request("hidden", LINK, Visibility.PRIVATE), null, ANNA);
            saved.add(request("open", LINK, Visibility.PUBLIC), null, ANNA);
            saved.add(request("bobs", STRANGE, Visibility.PRIVATE), null, BOB);
            assertThat(names(context, null, as(ANNA))).containsExactlyInAnyOrder("hidden", "open");
            assertThat(names(context, null, as(BOB))).containsExactlyInAnyOrder("open", "bobs");
            assertThat(names(context, "me", as(BOB))).containsExactly("bobs");
            assertThat(names(context, null, NOBODY)).containsExactly("open");
            refused(401, () -> names(context, "me", NOBODY));
            var strange = list(context)
                    .list(null, null, null, null, null, "me", "name", false, null, 10, null, as(BOB))
                    .items();
            assertThat(strange.getFirst().needsReview()).isTrue();
            assertThat(strange.getFirst().owner().username()).contains("Bob");
            var foreign = list(context)
                    .list(null, null, null, null, null, null, "name", false, null, 10, null, as(BOB))
                    .items();
            assertThat(foreign)
                    .extracting(s -> s.owner().username().orElse(""))
                    .containsExactly("name of bob", "name of anna");
        }
    }

    @OnBothEngines
    void cursorsLeadThroughTheListAndForgedOnesAreRefused(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var saved = saved(context);
            for (int i = 0; i < 5; i++) saved.add(request("n" + i, LINK, Visibility.PUBLIC), null, ANNA);
            var seen = new ArrayList<String>();
            String cursor = null;
            do {
                var page =
                        list(context).list(null, null, null, null, null, null, "name", false, null, 2, cursor, NOBODY);
                page.items().forEach(build -> seen.add(build.name()));
                cursor = page.nextCursor().orElse(null);
            } while (cursor != null);
            assertThat(seen).containsExactly("n0", "n1", "n2", "n3", "n4");
            var other = list(context)
                    .list(null, null, null, null, null, null, "name", false, null, 2, null, NOBODY)
                    .nextCursor()
                    .orElseThrow();
            for (var forged : List.of("x", "....", "bmFtZQ", other, "VVBEQVRFRB94H3k")) {
                refused(
                        422,
                        () -> list(context)
                                .list(null, null, null, null, null, null, "updated", false, null, 2, forged, NOBODY));
            }
        }
    }

    private static List<String> names(TestContext context, String owner, Caller caller) {
        return list(context)
                .list(null, null, null, null, null, owner, "updated", false, null, 50, null, caller)
                .items()
                .stream()
                .map(Summary::name)
                .toList();
    }

    private static BuildListResource list(TestContext context) {
        return new BuildListResource(builds(context), saved(context), answers(context));
    }

    private static BuildAnswers answers(TestContext context) {
        return new BuildAnswers(lang -> CATALOGUE, () -> context.find(Accounts.class));
    }

    private static SavedBuilds saved(TestContext context) {
        return new SavedBuilds(
                builds(context), () -> CATALOGUE, () -> context.find(Teams.class), context.clock, context::publish);
    }

    private static Builds builds(TestContext context) {
        return new Builds(context.database(), () -> CATALOGUE.edition().digest(), id -> Optional.empty());
    }

    private static BuildRequest name(String name) {
        return new BuildRequest(Optional.of(name), null, null, null, null, null, null, null, null, null, null);
    }

    private static BuildRequest request(String name, String link, Visibility visibility) {
        return new BuildRequest(
                Optional.of(name),
                Optional.of(link),
                null,
                null,
                null,
                null,
                null,
                null,
                Optional.of(visibility),
                null,
                null);
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Problem.class, call).status()).isEqualTo(status);
    }
}
