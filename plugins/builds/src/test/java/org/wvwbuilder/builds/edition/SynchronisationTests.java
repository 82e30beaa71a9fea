package org.wvwbuilder.builds.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.edition.Change.What;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialStub;
import org.wvwbuilder.builds.official.OfficialStub.Fault;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SynchronisationTests {
    private static final Catalogue SHIPPED = Catalogue.load();
    private static final int TRAIT = 701;
    private static final int OTHER_TRAIT = 705;
    private static final int SPECIALIZATION = 1;

    private static final class World implements AutoCloseable {
        final TestContext context;
        final OfficialStub stub;
        final Editions editions;
        final Synchronisation sync;
        final AtomicInteger followed = new AtomicInteger();

        World(TestDatabase database) throws Exception {
            context = TestContext.open(database);
            stub = OfficialStub.start();
            editions = open();
            sync = new Synchronisation(
                    editions,
                    () -> new OfficialApi(stub.address(), context.clock, context.clock::advance),
                    context.clock,
                    followed::incrementAndGet);
        }

        Editions open() {
            return Editions.open(context.database(), context.clock, context.log());
        }

        List<Change> changes() {
            return editions.changes(editions.all().getFirst().id(), ChangeFilter.ALL, -1, 1000).stream()
                    .map(Editions.Placed::change)
                    .toList();
        }

        @Override
        public void close() {
            stub.close();
            context.close();
        }
    }

    @OnBothEngines
    void theFirstEditionHasTheSameFactsInFourLanguagesAndOutlivesARestart(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            assertThat(world.sync.run()).contains("build 183221", "0 new, 0 renamed, 0 changed, 0 gone");
            assertThat(world.followed).hasValue(1);
            var again = world.open();
            assertThat(again.get().traits()).isEqualTo(SHIPPED.traits());
            assertThat(again.get().skills()).isEqualTo(SHIPPED.skills());
            assertThat(again.get().boonSources()).isEqualTo(SHIPPED.boonSources());
            assertThat(again.get().edition().gameBuild()).contains(183_221);
            assertThat(again.in(Language.FRENCH)
                            .traits()
                            .find(TRAIT)
                            .orElseThrow()
                            .name())
                    .isEqualTo("Phantasmal Fury (fr)");
            assertThat(again.in(Language.SPANISH)
                            .profession("Guardian")
                            .orElseThrow()
                            .id())
                    .isEqualTo("Guardian");
            assertThat(world.sync.progress().done())
                    .isEqualTo(world.sync.progress().total());
        }
    }

    @OnBothEngines
    void whatChangedIsReportedAndOldNamesStayForOldBuilds(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            world.sync.run();
            world.context.clock.advance(Duration.ofDays(1));
            world.stub.build++;
            world.stub.fact("traits", TRAIT).put("name", "Furious Phantasms");
            world.stub.facts.get("traits").remove(OTHER_TRAIT);
            world.stub.fact("skills", 5569).put("slot", "A slot of tomorrow");
            world.stub
                    .facts
                    .get("pets")
                    .put(900, new java.util.HashMap<>(java.util.Map.of("id", 900, "name", "Juvenile Griffon")));
            assertThat(world.sync.run()).contains("1 new, 1 renamed, 1 changed, 1 gone");
            assertThat(world.changes())
                    .extracting(change -> change.what() + " " + change.kind() + " " + change.id())
                    .containsExactly("renamed trait 701", "gone trait 705", "changed skill 5569", "new pet 900");
            assertThat(world.editions.get().traits().find(OTHER_TRAIT)).isPresent();
            var yesterday = world.context.clock.instant().minus(Duration.ofDays(1));
            assertThat(world.editions.changedSince(yesterday, Set.of("trait701")))
                    .isTrue();
            assertThat(world.editions.changedSince(yesterday, Set.of("trait708", "pet900")))
                    .isFalse();
            assertThat(world.editions.changedSince(world.context.clock.instant(), Set.of("trait701")))
                    .isFalse();

            world.stub
                    .facts
                    .get("traits")
                    .put(
                            OTHER_TRAIT,
                            new java.util.HashMap<>(java.util.Map.of(
                                    "id",
                                    OTHER_TRAIT,
                                    "name",
                                    "Desperate Decoy",
                                    "specialization",
                                    SPECIALIZATION,
                                    "slot",
                                    "Major",
                                    "tier",
                                    1,
                                    "order",
                                    1)));
            world.stub.build++;
            assertThat(world.sync.run()).contains("0 new, 0 renamed, 0 changed, 0 gone, 1 back");
        }
    }

    @OnBothEngines
    void anUnchangedGameIsNotFetchedAgainUnlessSomebodyAsksOrAWeekHasPassed(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            world.sync.run();
            int requests = world.stub.asked.size();
            assertThat(world.sync.run()).isEqualTo("The game is still at build 183221.");
            assertThat(world.stub.asked).hasSize(requests + 1);
            world.sync.ask();
            assertThat(world.sync.run()).isEqualTo("The official API tells what it told before.");
            assertThat(world.stub.asked).hasSizeGreaterThan(2 * requests);
            world.context.clock.advance(Duration.ofDays(8));
            assertThat(world.sync.run()).isEqualTo("The official API tells what it told before.");
            assertThat(world.editions.all()).hasSize(1);
            assertThat(world.followed).hasValue(1);
        }
    }

    @OnBothEngines
    void faultsOnTheWayChangeNothing(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            world.stub.faults.add(new Fault(429, "{}", java.util.Map.of("Retry-After", "3")));
            world.stub.faults.add(new Fault(200, "<html>", java.util.Map.of()));
            world.sync.run();
            var inForce = world.editions.get();
            world.sync.ask();
            world.stub.facts.get("traits").keySet().removeIf(id -> id % 3 == 0);
            assertThatThrownBy(world.sync::run)
                    .hasMessageContaining("hardly any of the traits")
                    .hasMessageContaining("Nothing was changed");
            for (int i = 0; i < 50; i++) world.stub.faults.add(Fault.status(503));
            world.sync.ask();
            assertThatThrownBy(world.sync::run).hasMessageContaining("Try again later");
            assertThat(world.editions.get()).isSameAs(inForce);
            assertThat(world.open().get().edition()).isEqualTo(inForce.edition());
            assertThat(world.sync.progress().running()).isFalse();
        }
    }

    @OnBothEngines
    void aDamagedEditionIsPassedOverForTheOneBefore(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            world.sync.run();
            var first = world.editions.get().edition();
            world.stub.fact("traits", TRAIT).put("name", "Other");
            world.stub.build++;
            world.context.clock.advance(Duration.ofMinutes(5));
            world.sync.run();
            var newest = world.editions.fetched().orElseThrow().id();
            world.context.database().write(connection -> {
                try (var damage = connection.prepareStatement(
                        "UPDATE builds_edition_sheets SET sheet = ? WHERE edition = ? AND language = 'en'")) {
                    damage.setBytes(1, new byte[] {31, 1, 2});
                    damage.setString(2, newest);
                    return damage.executeUpdate();
                }
            });
            assertThat(world.open().get().edition()).isEqualTo(first);
        }
    }

    @OnBothEngines
    void aNewerShippedCatalogueWinsAndTenEditionsAreKept(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            world.context.clock.set(Instant.parse("2025-01-01T00:00:00Z"));
            world.sync.run();
            assertThat(world.editions.get().edition()).isEqualTo(SHIPPED.edition());
            assertThat(world.editions.fetched()).isEqualTo(Optional.empty());
            world.context.clock.set(Instant.parse("2026-11-20T20:00:00Z"));
            for (int i = 0; i < 11; i++) {
                world.stub.build++;
                world.stub.fact("traits", TRAIT).put("name", "Name " + i);
                world.context.clock.advance(Duration.ofMinutes(5));
                world.sync.run();
            }
            assertThat(world.editions.all()).hasSize(10);
            assertThat(world.changes()).extracting(Change::what).containsExactly(What.RENAMED);
        }
    }
}
