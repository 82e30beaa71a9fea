package org.wvwbuilder.builds.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.Armament.Legacy;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.Bytes;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.chatlink.SkillBar;
import org.wvwbuilder.builds.chatlink.TraitLine;
import org.wvwbuilder.plugin.Problem.Field;

class SoundnessTests {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final int ZEAL = 42;
    private static final int HONOR = 49;
    private static final int FIREBRAND = 62;
    private static final int BERSERKER = 18;

    @Test
    void whatTheGameCopiedIsSound() throws Exception {
        for (var published : PublishedLinks.all()) {
            assertThat(Soundness.flaws(CATALOGUE, ChatLink.decode(published.link())))
                    .as(published.link())
                    .isEmpty();
        }
    }

    @Test
    void linesBelongToTheProfessionOnceAndTheEliteOneStandsThird() {
        assertThat(places(lines(ZEAL, HONOR, FIREBRAND))).isEmpty();
        assertThat(places(lines(0, 0, 0))).isEmpty();
        assertThat(places(lines(255, 254, 0))).isEmpty();
        assertThat(places(lines(ZEAL, ZEAL, FIREBRAND))).containsExactly("/specializations/1/id");
        assertThat(places(lines(FIREBRAND, HONOR, ZEAL))).containsExactly("/specializations/0/id");
        assertThat(places(lines(ZEAL, HONOR, BERSERKER))).containsExactly("/specializations/2/id");
        assertThat(Soundness.flaws(CATALOGUE, lines(ZEAL, HONOR, BERSERKER)))
                .extracting(Field::detail)
                .containsExactly("a specialization of the Guardian; Berserker belongs to the Warrior");
    }

    @Test
    void skillsStandInTheirSlotsAndComeWithTheirSpecialization() {
        int heal = palette("Heal", 0);
        int utility = palette("Utility", 0);
        int firebrand = palette("Heal", FIREBRAND);
        assertThat(places(bar(FIREBRAND, heal, utility, 0, 0, 0))).isEmpty();
        assertThat(places(bar(FIREBRAND, utility, heal, 0, 0, 0)))
                .containsExactly("/terrestrial/skills/0/id", "/terrestrial/skills/1/id");
        assertThat(places(bar(FIREBRAND, heal, utility, utility, 0, 65_000)))
                .containsExactly("/terrestrial/skills/2/id");
        assertThat(places(bar(FIREBRAND, firebrand, 0, 0, 0, 0))).isEmpty();
        assertThat(places(bar(0, firebrand, 0, 0, 0, 0))).containsExactly("/terrestrial/skills/0/id");
    }

    @Test
    void weaponsAreThoseOfTheProfession() {
        int greatsword = CATALOGUE.weaponNamed("Greatsword").orElseThrow().id().orElseThrow();
        int rifle = CATALOGUE.weaponNamed("Rifle").orElseThrow().id().orElseThrow();
        var template = new BuildTemplate(
                Profession.GUARDIAN,
                linesOf(0, 0, 0),
                SkillBar.EMPTY,
                SkillBar.EMPTY,
                Plain.ZEROS,
                new Weapons(List.of(greatsword, rifle, 9_999), List.of(), Bytes.NONE));
        assertThat(places(template)).containsExactly("/weapons/1/id");
    }

    @Test
    void aLegendStandsOnceAndComesWithItsSpecialization() {
        var gated = CATALOGUE.legends().all().stream()
                .filter(legend -> legend.specialization().isPresent())
                .findFirst()
                .orElseThrow();
        var open = CATALOGUE.legends().all().stream()
                .filter(legend -> legend.specialization().isEmpty())
                .findFirst()
                .orElseThrow();
        int line = gated.specialization().get();
        assertThat(places(legends(line, gated.id(), open.id()))).isEmpty();
        assertThat(places(legends(0, open.id(), gated.id()))).containsExactly("/legends/terrestrial/1/id");
        assertThat(places(legends(0, open.id(), open.id()))).containsExactly("/legends/terrestrial/1/id");
    }

    private static List<String> places(BuildTemplate template) {
        return Soundness.flaws(CATALOGUE, template).stream().map(Field::pointer).toList();
    }

    private static BuildTemplate lines(int first, int second, int third) {
        return template(linesOf(first, second, third), SkillBar.EMPTY);
    }

    private static List<TraitLine> linesOf(int... ids) {
        return java.util.Arrays.stream(ids)
                .mapToObj(id -> TraitLine.packed(id, 0))
                .toList();
    }

    private static BuildTemplate bar(int elite, Integer... palettes) {
        return template(linesOf(0, 0, elite), new SkillBar(List.of(palettes)));
    }

    private static BuildTemplate template(List<TraitLine> lines, SkillBar land) {
        return new BuildTemplate(Profession.GUARDIAN, lines, land, SkillBar.EMPTY, Plain.ZEROS, new Legacy());
    }

    private static BuildTemplate legends(int elite, int active, int inactive) {
        var none = new LegendPair(0, 0, List.of(0, 0, 0));
        var pair = new LegendPair(active, inactive, List.of(0, 0, 0));
        return new BuildTemplate(
                Profession.REVENANT,
                linesOf(0, 0, elite),
                SkillBar.EMPTY,
                SkillBar.EMPTY,
                new Legends(pair, none),
                new Legacy());
    }

    /** A Guardian's, with or without a specialization that it needs. */
    private static int palette(String slot, int specialization) {
        return CATALOGUE.skills().all().stream()
                .filter(skill -> skill.slot().filter(slot::equals).isPresent())
                .filter(skill -> skill.specialization().orElse(0) == specialization)
                .flatMap(skill -> Stream.ofNullable(skill.palettes().get("Guardian")))
                .findFirst()
                .orElseThrow()
                .getFirst();
    }
}
