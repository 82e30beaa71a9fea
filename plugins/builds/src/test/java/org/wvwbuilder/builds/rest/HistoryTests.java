package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.rest.People.ANNA;
import static org.wvwbuilder.builds.rest.People.BOB;
import static org.wvwbuilder.builds.rest.People.as;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.rest.HistoryAnswer.Change;
import org.wvwbuilder.builds.rest.HistoryAnswer.State;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Trash;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class HistoryTests {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String LINK = PublishedLinks.all().getFirst().link();
    private static final String OTHER = PublishedLinks.all().getLast().link();
    /** Bob edits for the team t1; whoever is asked for else is in no team. */
    private static final Teams TEAMS = new Teams() {
        @Override
        public Optional<Role> role(String team, String account) {
            return Optional.ofNullable(of(account).get(team));
        }

        @Override
        public Map<String, Role> of(String account) {
            return switch (account) {
                case "anna" -> Map.of("t1", Role.OWNER, "t2", Role.VIEWER);
                case "bob" -> Map.of("t1", Role.EDITOR);
                case "cleo" -> Map.of("t1", Role.VIEWER);
                default -> Map.of();
            };
        }
    };

    /** The parts of the plugin that keep builds, without HTTP. */
    private record Desk(TestContext context, Builds builds, SavedBuilds saved, Trash trash) {
        static Desk of(TestContext context) {
            var builds =
                    new Builds(context.database(), () -> CATALOGUE.edition().digest(), id -> Optional.empty());
            var saved =
                    new SavedBuilds(builds, () -> CATALOGUE, () -> Optional.of(TEAMS), context.clock, context::publish);
            return new Desk(context, builds, saved, new Trash(context.database(), context.clock, builds));
        }

        BuildAnswers answers() {
            return new BuildAnswers(lang -> CATALOGUE, () -> context.find(Accounts.class));
        }

        List<State> history(Build build) {
            return new HistoryResource(builds, saved, answers(), new Differences(() -> CATALOGUE))
                    .history(build.id(), as(ANNA))
                    .items();
        }

        Build change(Build build, BuildRequest request) {
            context.clock.advance(Duration.ofMinutes(1));
            return saved.change(build.id(), request, ANNA, any -> {});
        }
    }

    @OnBothEngines
    void everyChangeIsKeptWithWhatWasDifferentAndCanBeTakenBack(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var desk = Desk.of(context);
            var build = desk.saved.add(request("one", LINK, Visibility.PRIVATE, null), null, ANNA);
            desk.change(build, request("two", null, null, null));
            desk.change(build, request(null, OTHER, null, null));
            var states = desk.history(build);
            assertThat(states).extracting(State::version).containsExactly(3L, 2L, 1L);
            assertThat(states.get(1).changes())
                    .containsExactly(new Change("name", Optional.of("one"), Optional.of("two")));
            assertThat(states.get(0).changes())
                    .extracting(Change::field)
                    .contains("chat_link", "specializations.1", "terrestrial")
                    .doesNotContain("name");
            assertThat(states.get(2).changes()).isEmpty();
            assertThat(states.getFirst().editor().username()).contains("Anna");

            var back = desk.saved.restore(build.id(), 1, ANNA, any -> {});
            assertThat(back.version()).isEqualTo(4);
            assertThat(back.details().name()).isEqualTo("one");
            assertThat(back.details().chatLink()).isEqualTo(LINK);
            assertThat(desk.history(build)).hasSize(4);
            refused(404, () -> desk.saved.restore(build.id(), 9, ANNA, any -> {}));
            assertThat(desk.saved.seen(build.id(), "anna").version()).isEqualTo(4);
        }
    }

    @OnBothEngines
    void theLastHundredStatesAreKept(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var desk = Desk.of(context);
            var build = desk.saved.add(request("n1", LINK, Visibility.PRIVATE, null), null, ANNA);
            for (int i = 2; i <= 105; i++) desk.change(build, request("n" + i, null, null, null));
            assertThat(desk.history(build)).hasSize(101);
            assertThat(desk.history(build).getLast().version()).isEqualTo(5);
        }
    }

    @OnBothEngines
    void aDeletedBuildComesBackFromTheTrashOrGoesForGoodAfterThirtyDays(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var desk = Desk.of(context);
            var first = desk.saved.add(request("first", LINK, Visibility.PUBLIC, null), null, ANNA);
            var second = desk.saved.add(request("second", LINK, Visibility.PUBLIC, null), null, ANNA);
            var changed = desk.change(first, request("again", null, null, null));
            for (var build : List.of(first, second)) desk.saved.delete(build.id(), ANNA, any -> {});
            refused(404, () -> desk.saved.seen(first.id(), "anna"));
            assertThat(desk.builds.total("anna")).isZero();
            assertThat(desk.trash.of("anna", Optional.empty(), 10)).hasSize(2);
            assertThat(desk.trash.of("bob", Optional.empty(), 10)).isEmpty();
            assertThat(desk.trash.restore("bob", first.id(), team -> true)).isEmpty();

            var back = desk.trash.restore("anna", first.id(), team -> true).orElseThrow();
            assertThat(back.details()).isEqualTo(changed.details());
            assertThat(back.version()).isEqualTo(changed.version());
            assertThat(desk.saved.seen(first.id(), "anna")).isEqualTo(changed);
            assertThat(desk.history(first)).hasSize(2);
            assertThat(desk.builds.total("anna")).isEqualTo(1);

            context.clock.advance(Duration.ofDays(30));
            assertThat(desk.trash.purge()).startsWith("0 ");
            context.clock.advance(Duration.ofMillis(1));
            assertThat(desk.trash.purge()).startsWith("1 ");
            assertThat(desk.trash.of("anna", Optional.empty(), 10)).isEmpty();
            desk.saved.delete(first.id(), ANNA, any -> {});
            assertThat(desk.trash.empty("bob", first.id())).isFalse();
            assertThat(desk.trash.empty("anna", first.id())).isTrue();
            assertThat(desk.builds.history(first.id())).isEmpty();
        }
    }

    @OnBothEngines
    void aTeamSeesWhatIsSharedWithItAndItsEditorsChangeIt(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var desk = Desk.of(context);
            var build = desk.saved.add(request("ours", LINK, Visibility.TEAM, "t1"), null, ANNA);
            assertThat(desk.saved.seen(build.id(), "cleo")).isEqualTo(build);
            refused(404, () -> desk.saved.seen(build.id(), "dora"));
            refused(404, () -> desk.saved.seen(build.id(), ""));
            var edited = desk.saved.change(build.id(), request("better", null, null, null), BOB, any -> {});
            assertThat(edited.editor()).isEqualTo("bob");
            assertThat(edited.owner()).isEqualTo("anna");
            assertThat(edited.details().team()).contains("t1");
            assertThat(desk.history(build).getFirst().editor().id()).isEqualTo("bob");
            assertThat(desk.saved.edited(build.id(), BOB).id()).isEqualTo(build.id());
            var exported = new BundleResource(desk.builds, desk.saved, desk.answers())
                    .bundle(null, "anna")
                    .builds()
                    .getFirst();
            assertThat(exported.visibility()).contains(Visibility.PRIVATE);
            assertThat(exported.teamId()).isEmpty();
            var open = request(null, null, Visibility.PUBLIC, null);
            refused(403, () -> desk.saved.change(build.id(), open, BOB, any -> {}));
            var cleo = new org.wvwbuilder.plugin.Identity("cleo", "Cleo", java.util.Set.of("member"), "s3");
            refused(403, () -> desk.saved.change(build.id(), request("x", null, null, null), cleo, any -> {}));
            refused(403, () -> desk.saved.edited(build.id(), cleo));
            refused(422, () -> desk.saved.add(request("a", LINK, Visibility.TEAM, "t2"), null, ANNA));
            refused(422, () -> desk.saved.add(request("a", LINK, Visibility.TEAM, "t1"), null, cleo));

            var list = new BuildListResource(desk.builds, desk.saved, desk.answers());
            for (var sort : List.of("updated", "name", "created")) {
                assertThat(list.list(null, null, null, null, null, null, sort, false, null, 10, null, as(cleo))
                                .items())
                        .extracting(BuildAnswer.Summary::name)
                        .containsExactly("better");
                assertThat(list.list(null, null, null, null, null, "me", sort, false, null, 10, null, as(cleo))
                                .items())
                        .isEmpty();
            }
        }
    }

    @OnBothEngines
    void whatIsExportedIsImportedAsItWas(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var desk = Desk.of(context);
            for (int i = 0; i < 205; i++) {
                desk.saved.add(request("n" + i, i % 2 == 0 ? LINK : OTHER, Visibility.PUBLIC, null), null, ANNA);
            }
            var bundles = new BundleResource(desk.builds, desk.saved, desk.answers());
            var first = bundles.bundle(null, "anna");
            assertThat(first.builds()).hasSize(200);
            var rest = bundles.bundle(first.nextCursor().orElseThrow(), "anna");
            assertThat(rest.builds()).hasSize(5);
            assertThat(rest.nextCursor()).isEmpty();
            assertThat(bundles.add(first, BOB)).hasSize(200);
            var brought = bundles.bundle(null, "bob");
            assertThat(brought.builds()).containsExactlyInAnyOrderElementsOf(first.builds());
        }
    }

    @OnBothEngines
    void aFileWithOneWrongBuildChangesNothingAndNamesIt(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var desk = Desk.of(context);
            var bundles = new BundleResource(desk.builds, desk.saved, desk.answers());
            var good = request("good", LINK, null, null);
            var file = new Bundle(Bundle.FORMAT, List.of(good, request("", "[&no]", null, null), good), null);
            var problem = catchThrowableOfType(Problem.class, () -> bundles.add(file, ANNA));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.fields()).extracting(Problem.Field::pointer).contains("/builds/1/name");
            assertThat(desk.builds.total("anna")).isZero();
            assertThat(context.events).isEmpty();
            refused(422, () -> bundles.add(new Bundle("wvw-builds-2", List.of(good), null), ANNA));
            refused(422, () -> bundles.add(new Bundle(Bundle.FORMAT, List.of(), null), ANNA));
            var many = java.util.Collections.nCopies(201, good);
            refused(422, () -> bundles.add(new Bundle(Bundle.FORMAT, many, null), ANNA));
        }
    }

    private static BuildRequest request(String name, String link, Visibility visibility, String team) {
        return new BuildRequest(
                Optional.ofNullable(name),
                Optional.ofNullable(link),
                null,
                null,
                null,
                null,
                null,
                null,
                Optional.ofNullable(visibility),
                Optional.ofNullable(team),
                null);
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Problem.class, call).status()).isEqualTo(status);
    }
}
