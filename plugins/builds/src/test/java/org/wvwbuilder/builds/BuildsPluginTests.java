package org.wvwbuilder.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.builds.gamekey.KeyRing;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialStub;
import org.wvwbuilder.builds.official.PlayerStub;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Trash;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.Contribution.Gauge;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class BuildsPluginTests {
    private static final Identity ANNA = new Identity("anna", "Anna", Set.of("member"), "s");

    @OnBothEngines
    void theCheckMarksBuildsThatTheCatalogueDoesNotKnowAndLooksAtEachOnce(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database);
                var plugin = new BuildsPlugin().open(context)) {
            var earlier = new Builds(context.database(), () -> "an earlier catalogue", id -> Optional.empty());
            var known = build("known", PublishedLinks.all().get(0).link(), context.clock.instant());
            var strange = build("strange", PublishedLinks.all().get(3).link(), context.clock.instant());
            earlier.addAll(List.of(known, strange));
            var job = one(plugin, Job.class);
            assertThat(job.task().run()).contains("2 builds checked, 1 of them need a review");
            assertThat(job.task().run()).contains("0 builds checked");
            assertThat(earlier.find(strange.id()).orElseThrow().needsReview()).isTrue();
            assertThat(earlier.find(known.id()).orElseThrow().needsReview()).isFalse();
        }
    }

    @OnBothEngines
    void theDashboardHearsOfAPersonsBuilds(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database);
                var plugin = new BuildsPlugin().open(context)) {
            var now = context.clock.instant();
            var builds = new Builds(
                    context.database(), () -> Catalogue.load().edition().digest(), id -> Optional.empty());
            builds.add(build("old", PublishedLinks.all().get(0).link(), now.minus(Duration.ofDays(40))));
            builds.add(build("new", PublishedLinks.all().get(0).link(), now));
            var source = (ActivitySource) plugin.contributions().stream()
                    .filter(Offer.class::isInstance)
                    .map(offer -> ((Offer<?>) offer).implementation())
                    .filter(ActivitySource.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(source.totals(ANNA)).containsEntry("builds", 2L);
            assertThat(source.between(ANNA, now.minus(Duration.ofDays(30)), now))
                    .isEqualTo(1);
            var newest = source.newest(ANNA, 1);
            assertThat(newest).hasSize(1);
            assertThat(newest.getFirst().title()).isEqualTo("new");
            assertThat(newest.getFirst().type()).isEqualTo("build-created");
            assertThat(newest.getFirst().description()).isEqualTo("A new build for Weaver.");
            assertThat(one(plugin, Gauge.class).value().getAsDouble()).isEqualTo(2);
        }
    }

    @OnBothEngines
    void peopleTakeTheirBuildsAlongAndADeletedAccountLeavesNone(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database);
                var plugin = new BuildsPlugin().open(context)) {
            var builds = new Builds(
                    context.database(), () -> Catalogue.load().edition().digest(), id -> Optional.empty());
            for (int i = 0; i < 201; i++) {
                builds.add(build("b" + i, PublishedLinks.all().get(0).link(), context.clock.instant()));
            }
            var personal = new PersonalBuilds(builds, new Trash(context.database(), context.clock, builds));
            assertThat(personal.of("anna"))
                    .hasSize(201)
                    .first()
                    .satisfies(plain -> assertThat(plain).containsKeys("name", "chat_link", "notes"));
            assertThat(personal.of("somebody else")).isEmpty();
            assertThat(personal.of("anna").map(plain -> plain.get("id")).peek(id -> changeOldest(builds)))
                    .as("a change made while it is read hides nothing and repeats nothing")
                    .hasSize(201)
                    .doesNotHaveDuplicates();
            @SuppressWarnings("unchecked")
            var handler = (org.wvwbuilder.plugin.Contribution.Subscription<AccountChanged>)
                    last(plugin, org.wvwbuilder.plugin.Contribution.Subscription.class);
            var now = context.clock.instant();
            handler.handler().on(new AccountChanged(now, "anna", AccountChanged.Change.CHANGED));
            assertThat(builds.total("anna")).isEqualTo(201);
            handler.handler().on(new AccountChanged(now, "anna", AccountChanged.Change.DELETED));
            assertThat(builds.total("anna")).isZero();
            assertThat(personal.of("anna")).isEmpty();
            builds.add(build("deleted", PublishedLinks.all().get(0).link(), now));
            assertThat(builds.remove("deleted", now, any -> {})).isPresent();
            builds.add(build(
                    "asked for before, saved after", PublishedLinks.all().get(0).link(), now));
            assertThat(offered(plugin).of("anna")).hasSize(2);
            offered(plugin).forget("anna");
            assertThat(offered(plugin).of("anna")).isEmpty();
            assertThat(personal.of("anna")).isEmpty();
        }
    }

    @OnBothEngines
    void aDeletedAccountTakesItsKeyOfTheGameAlongAndTheExportTellsOfItWithoutTheSecret(TestDatabase database)
            throws Exception {
        try (var context = TestContext.open(database);
                var stub = OfficialStub.start();
                var api = OfficialApi.forPeople(stub.address(), context.clock);
                var plugin = new BuildsPlugin().open(context)) {
            var ring = new KeyRing(context.directory().resolve("game-keys.secret"));
            var keys = new GameKeys(context.database(), ring, Duration.ofDays(90), context.clock, context.log());
            keys.give("anna", PlayerStub.KEY, api);
            var imports = new Imports(context.database());
            imports.put(
                    "anna", new Imports.Imported("Anna Stormborn", 1, "a build", "digest", context.clock.instant()));
            var personal = plugin.contributions().stream()
                    .filter(Offer.class::isInstance)
                    .map(offer -> ((Offer<?>) offer).implementation())
                    .filter(PersonalKey.class::isInstance)
                    .map(PersonalKey.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(personal.of("anna").toList().toString())
                    .contains("Anna.1234", "Anna Stormborn", "expires_at")
                    .doesNotContain("SUBTOKEN", PlayerStub.KEY, "sealed");
            var deleted = new AccountChanged(context.clock.instant(), "anna", AccountChanged.Change.DELETED);
            for (var contribution : plugin.contributions()) {
                if (contribution instanceof org.wvwbuilder.plugin.Contribution.Subscription<?> any) {
                    @SuppressWarnings("unchecked")
                    var handler = (org.wvwbuilder.plugin.Contribution.Subscription<AccountChanged>) any;
                    handler.handler().on(deleted);
                }
            }
            assertThat(keys.find("anna")).isEmpty();
            assertThat(personal.of("anna")).isEmpty();
            keys.give("anna", PlayerStub.KEY, api);
            assertThat(personal.of("anna")).as("asked for before, saved after").isNotEmpty();
            personal.forget("anna");
            assertThat(personal.of("anna")).isEmpty();
        }
    }

    @OnBothEngines
    void whatThePluginPromisesTheServerIsThere(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database);
                var plugin = new BuildsPlugin().open(context)) {
            for (var contribution : plugin.contributions()) {
                if (contribution instanceof Check check) {
                    assertThat(check.check().check()).as(check.name()).isEqualTo(new Health.Up());
                }
            }
            var script = "/META-INF/wvw/ui/" + one(plugin, Panel.class).script();
            assertThat(BuildsPlugin.class.getResource(script)).as(script).isNotNull();
        }
    }

    /** What the plugin gives those who ask it for the builds of a person. */
    private static PersonalData offered(OpenPlugin plugin) {
        return plugin.contributions().stream()
                .filter(Offer.class::isInstance)
                .map(offer -> ((Offer<?>) offer).implementation())
                .filter(PersonalData.class::isInstance)
                .map(PersonalData.class::cast)
                .filter(data -> data.name().equals("builds"))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T one(OpenPlugin plugin, Class<T> kind) {
        return plugin.contributions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <T> T last(OpenPlugin plugin, Class<T> kind) {
        return plugin.contributions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList()
                .getLast();
    }

    private static void changeOldest(Builds builds) {
        var oldest = builds.newest("anna", 201).getLast();
        builds.change(
                oldest.id(),
                before -> new Build(
                        before.id(),
                        before.owner(),
                        before.details(),
                        before.needsReview(),
                        before.createdAt(),
                        before.updatedAt().plusSeconds(60),
                        before.version()));
    }

    private static Build build(String name, String link, Instant at) {
        var details = new Details(
                name,
                link,
                Profession.ELEMENTALIST,
                List.of(31, 41, 56),
                Equipment.NONE,
                "wvw",
                "",
                List.of(),
                "",
                Visibility.PRIVATE);
        return new Build(name, "anna", details, false, at, at, 1);
    }
}
