package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.rest.People.ANNA;
import static org.wvwbuilder.builds.rest.People.BOB;
import static org.wvwbuilder.builds.rest.People.as;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.wvwbuilder.builds.character.LeftOut;
import org.wvwbuilder.builds.official.OfficialStub.Fault;
import org.wvwbuilder.builds.rest.CharacterAnswers.ChosenTab;
import org.wvwbuilder.builds.rest.CharacterAnswers.ImportRequest;
import org.wvwbuilder.builds.rest.CharacterAnswers.TabOutcome;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class CharactersTests {
    private static final String ELEMENTALIST = "Anna Stormborn";
    private static final String RANGER = "Wald Läufer";
    private static final String REVENANT = "Xera Nebel";
    private static final ImportRequest ALL = new ImportRequest(null, null, null);

    @OnBothEngines
    void charactersAreListedWithTheirTabs(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            assertThat(player.characters.list(as(ANNA)).items())
                    .extracting(one -> one.name() + " " + one.profession().orElseThrow() + " " + one.level() + " "
                            + one.buildTabs() + " " + one.gearTabs())
                    .containsExactly(
                            "Anna Stormborn Elementalist 80 2 2",
                            "Wald Läufer Ranger 80 1 1",
                            "Xera Nebel Revenant 42 1 1");
            var anna = player.characters.get(ELEMENTALIST, "en", as(ANNA));
            assertThat(anna.buildTabs()).hasSize(2).first().satisfies(tab -> {
                assertThat(tab.name()).contains("Zerg");
                assertThat(tab.gearTab()).contains(2);
                assertThat(tab.buildId()).isEmpty();
                assertThat(tab.leftOut()).isEmpty();
                assertThat(tab.template().specializations().getLast().name()).contains("Weaver");
            });
            assertThat(anna.gearTabs()).extracting(gear -> gear.pieces()).containsExactly(0, 18);
        }
    }

    @OnBothEngines
    void aTabBecomesAPrivateBuildWithItsGear(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var outcome = player.bring(ELEMENTALIST, ALL).getFirst();
            assertThat(outcome.outcome()).isEqualTo("created");
            assertThat(outcome.leftOut()).isEmpty();
            var build = player.build(outcome);
            var details = build.details();
            assertThat(build.owner()).isEqualTo("anna");
            assertThat(details.name()).isEqualTo("Anna Stormborn – Zerg");
            assertThat(details.visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(details.tags()).containsExactly("imported", "anna stormborn");
            assertThat(build.needsReview()).isFalse();
            // The template is the one of the published link, with the weapons of the gear behind it.
            assertThat(details.chatLink()).startsWith("[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA");
            var gear = details.equipment();
            assertThat(gear.relic()).contains(100_947);
            assertThat(gear.pieces())
                    .filteredOn(piece -> piece.weapon().isPresent())
                    .extracting(piece -> piece.slot() + " " + piece.weapon().get() + " " + piece.upgrades())
                    .containsExactly(
                            "WEAPON_A1 Staff [24615, 24607]",
                            "WEAPON_B1 Dagger [24615]",
                            "WEAPON_B2 Warhorn [24607]",
                            "AQUATIC_WEAPON_A Trident []");
            // Gloves have the item's own combination, trinkets the one of that name that fits trinkets.
            assertThat(gear.pieces())
                    .filteredOn(piece -> piece.slot() == Slot.GLOVES || piece.slot() == Slot.RING_1)
                    .extracting(piece -> piece.stat().orElse(0))
                    .containsExactly(161, 584);
        }
    }

    @OnBothEngines
    void legendsAndPetsComeAlong(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var revenant = player.bring(REVENANT, ALL).getFirst();
            assertThat(revenant.leftOut()).isEmpty();
            var template = player.template(revenant);
            assertThat(template.legends().orElseThrow().terrestrial())
                    .extracting(legend -> legend.orElseThrow().id())
                    .containsExactly(1, 2);
            assertThat(template.terrestrial().paletteIds()).containsExactly(4572, 4651, 4614, 4564, 4554);
            assertThat(template.aquatic().paletteIds()).containsExactly(4572, 4614, 4651, 4564, 4554);
            assertThat(revenant.name()).isEqualTo("Xera Nebel – Frontline");
            var ranger = player.bring(RANGER, ALL).getFirst();
            assertThat(ranger.name()).isEqualTo("Wald Läufer – Build 1");
            assertThat(player.template(ranger).pets().orElseThrow().aquatic())
                    .extracting(pet -> pet.orElseThrow().id())
                    .containsExactly(11, 19);
            assertThat(player.template(ranger).weapons())
                    .extracting(weapon -> weapon.name().orElse(""))
                    .containsExactly("Longbow");
        }
    }

    @OnBothEngines
    void takingATabOverAgainChangesItsBuildOnlyWhereItDiffers(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var first = player.bring(ELEMENTALIST, ALL);
            assertThat(player.bring(ELEMENTALIST, ALL))
                    .extracting(TabOutcome::outcome)
                    .containsOnly("unchanged");
            assertThat(player.builds.total("anna")).isEqualTo(2);
            player.saved.change(first.getFirst().buildId(), named("My zerg"), ANNA, build -> {});
            player.stub
                    .player
                    .gear(ELEMENTALIST, 2)
                    .removeIf(piece -> piece.get("slot").equals("Ring2"));
            var again = player.bring(ELEMENTALIST, tab(1, false));
            assertThat(again.getFirst().outcome()).isEqualTo("updated");
            assertThat(again.getFirst().buildId()).isEqualTo(first.getFirst().buildId());
            var build = player.build(again.getFirst());
            assertThat(build.version()).isEqualTo(3);
            assertThat(build.details().name()).isEqualTo("My zerg");
            assertThat(player.builds.history(build.id())).hasSize(2);
        }
    }

    @OnBothEngines
    void whatThePlayerChangedSinceIsKeptUnlessTheyWantItReplaced(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var first = player.bring(RANGER, ALL).getFirst();
            var mine = "[&DQQeFSAVNxUAAAAAAAAAAAAAAAAAAAAAAAAAADsRAAAAAAAAAAAAAAAAAAA=]";
            player.saved.change(first.buildId(), linked(mine), ANNA, build -> {});
            var kept = player.bring(RANGER, ALL).getFirst();
            assertThat(kept.outcome()).isEqualTo("kept");
            assertThat(player.build(kept).details().chatLink()).isEqualTo(mine);
            var replaced = player.bring(RANGER, tab(1, true)).getFirst();
            assertThat(replaced.outcome()).isEqualTo("updated");
            assertThat(player.build(replaced).details().chatLink()).isNotEqualTo(mine);
            assertThat(player.bring(RANGER, ALL).getFirst().outcome()).isEqualTo("unchanged");
            player.saved.delete(first.buildId(), ANNA, build -> {});
            assertThat(player.characters
                            .get(RANGER, "en", as(ANNA))
                            .buildTabs()
                            .getFirst()
                            .buildId())
                    .isEmpty();
            assertThat(player.bring(RANGER, ALL).getFirst().outcome()).isEqualTo("created");
        }
    }

    @OnBothEngines
    void whatTheCatalogueDoesNotKnowIsLeftOutByNameAndTheRestGoesOn(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            player.stub.facts.get("skills").put(99_001, new HashMap<>(Map.of("id", 99_001, "name", "Skill of 2027")));
            player.stub
                    .facts
                    .get("itemstats")
                    .put(99_002, new HashMap<>(Map.of("id", 99_002, "name", "Combination of 2027")));
            skills(player, RANGER).put("heal", 99_001);
            player.stub.player.gear(RANGER, 1).getFirst().put("stats", Map.of("id", 99_002));
            player.stub.player.gear(RANGER, 1).getFirst().put("upgrades", List.of(99_003));
            player.stub.player.gear(RANGER, 1).add(new HashMap<>(Map.of("id", 99_004, "slot", "WeaponB1")));
            player.stub.player.gear(RANGER, 1).add(new HashMap<>(Map.of("id", 99_005, "slot", "Slot of 2027")));
            var outcome = player.bring(RANGER, ALL).getFirst();
            assertThat(outcome.outcome()).isEqualTo("created");
            assertThat(outcome.leftOut())
                    .extracting(left ->
                            left.kind() + " " + left.id() + " " + left.name().orElse("?"))
                    .containsExactlyInAnyOrder(
                            "skill 99001 Skill of 2027",
                            "stat 99002 Combination of 2027",
                            "item 99003 ?",
                            "item 99004 ?");
            assertThat(outcome.leftOut()).extracting(LeftOut::why).containsOnly("The catalogue does not know it.");
            assertThat(player.template(outcome).terrestrial().paletteIds().getFirst())
                    .isZero();
            assertThat(player.build(outcome).details().equipment().pieces()).hasSize(1);
        }
    }

    @OnBothEngines
    void gearThatNoBuildMayHaveIsLeftOutPieceByPiece(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var gear = player.stub.player.gear(ELEMENTALIST, 2);
            // Four infusions in a helm, and a longbow in the hands of an elementalist.
            gear.getFirst().put("infusions", List.of(43_254, 43_254, 43_254, 43_254));
            gear.stream()
                    .filter(piece -> piece.get("slot").equals("WeaponB1"))
                    .forEach(piece -> piece.put("id", 46_766));
            var outcome = player.bring(ELEMENTALIST, tab(1, false)).getFirst();
            assertThat(outcome.outcome()).isEqualTo("created");
            assertThat(outcome.leftOut())
                    .extracting(left -> left.name().orElse(""))
                    .contains("helm", "weapon_b1");
            assertThat(player.build(outcome).details().equipment().pieces())
                    .hasSize(15)
                    .first()
                    .satisfies(helm -> assertThat(helm.infusions()).hasSize(1));
        }
    }

    @OnBothEngines
    void theGearOfAnotherTabOrNoneCanBeChosen(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var none = new ImportRequest(Optional.of(List.of(new ChosenTab(1, Optional.of(0)))), null, null);
            assertThat(player.build(player.bring(ELEMENTALIST, none).getFirst())
                            .details()
                            .equipment()
                            .pieces())
                    .isEmpty();
            var second = new ImportRequest(Optional.of(List.of(new ChosenTab(2, Optional.of(2)))), null, null);
            var outcome = player.bring(ELEMENTALIST, second).getFirst();
            assertThat(outcome.gearTab()).contains(2);
            assertThat(outcome.name()).isEqualTo("Anna Stormborn – Build 2");
            refused(422, "invalid", () -> player.bring(ELEMENTALIST, chosen(3, 0)));
            refused(422, "invalid", () -> player.bring(ELEMENTALIST, chosen(1, 9)));
            refused(
                    422,
                    "invalid",
                    () -> player.bring(ELEMENTALIST, new ImportRequest(Optional.of(List.of()), null, null)));
        }
    }

    @OnBothEngines
    void whatGoesWrongAtTheGameSaysWhatToDoAndChangesNothing(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            refused(404, "not-found", () -> player.bring("Nobody Here", ALL));
            refused(404, "not-found", () -> player.bring("all", ALL));
            for (int i = 0; i < 3; i++) player.stub.faults.add(Fault.status(503));
            refused(503, "official-api-unavailable", () -> player.bring(RANGER, ALL));
            player.stub.faults.add(new Fault(429, "{}", Map.of("Retry-After", "60")));
            refused(503, "official-api-unavailable", () -> player.bring(RANGER, ALL));
            player.stub.faults.add(new Fault(429, "{}", Map.of("Retry-After", "2")));
            player.stub.faults.add(new Fault(200, "{\"name\":", Map.of()));
            assertThat(player.bring(RANGER, ALL)).hasSize(1);
            player.stub.faults.add(new Fault(200, "[{\"name\": 7}, null, \"x\"]", Map.of()));
            refused(404, "not-found", () -> player.bring(RANGER, ALL));
            refused(409, "game-key-missing", () -> player.characters.list(as(BOB)));
            assertThat(player.builds.total("anna")).isEqualTo(1);
            assertThat(player.builds.total("bob")).isZero();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> skills(Player player, String character) {
        return (Map<String, Object>) player.stub.player.build(character, 1).get("skills");
    }

    private static ImportRequest tab(int tab, boolean overwrite) {
        return new ImportRequest(
                Optional.of(List.of(new ChosenTab(tab, Optional.empty()))), Optional.of(overwrite), null);
    }

    private static ImportRequest chosen(int tab, int gear) {
        return new ImportRequest(Optional.of(List.of(new ChosenTab(tab, Optional.of(gear)))), null, null);
    }

    private static BuildRequest named(String name) {
        return new BuildRequest(Optional.of(name), null, null, null, null, null, null, null, null, null, null);
    }

    private static BuildRequest linked(String link) {
        return new BuildRequest(null, Optional.of(link), null, null, null, null, null, null, null, null, null);
    }

    static void refused(int status, String type, ThrowingCallable call) {
        var problem = catchThrowableOfType(Problem.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.status() + " " + problem.type()).isEqualTo(status + " " + type);
        assertThat(problem).hasMessageMatching("(?s).*[.:].*");
    }
}
