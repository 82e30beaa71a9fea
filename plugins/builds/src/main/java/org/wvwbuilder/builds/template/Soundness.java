package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.plugin.Problem.Field;

/**
 * What the game would not let anybody choose: a line of another profession, a heal among the utilities. Ids that the
 * catalogue does not know are none of it, as patches add some. For one template only.
 */
public final class Soundness {
    private static final List<String> SLOTS = List.of("Heal", "Utility", "Utility", "Utility", "Elite");

    private final Catalogue catalogue;
    private final BuildTemplate template;
    private final String profession;
    private final List<Field> flaws = new ArrayList<>();

    private Soundness(Catalogue catalogue, BuildTemplate template) {
        this.catalogue = catalogue;
        this.template = template;
        this.profession = template.profession().title();
    }

    /** The places in {@link Template} that do not fit, each with what would. */
    public static List<Field> flaws(Catalogue catalogue, BuildTemplate template) {
        var soundness = new Soundness(catalogue, template);
        soundness.lines();
        soundness.bar("/terrestrial", template.land().palettes());
        soundness.bar("/aquatic", template.water().palettes());
        soundness.legends();
        soundness.weapons();
        return List.copyOf(soundness.flaws);
    }

    private void lines() {
        var seen = new HashSet<Integer>();
        for (int i = 0; i < template.lines().size(); i++) {
            int id = template.lines().get(i).specialization();
            var at = "/specializations/" + i + "/id";
            check(id == 0 || seen.add(id), at, "a specialization named once");
            var known = catalogue.specializations().find(id);
            if (known.isEmpty()) continue;
            var line = known.get();
            check(line.profession().equals(profession), at, other(line, line.profession(), "a specialization"));
            check(
                    !line.elite() || i == 2,
                    at,
                    "a core specialization: elite ones such as " + line.name() + " stand third");
        }
    }

    /** A Revenant's skills come with the legends, whatever the palettes are. */
    private void bar(String at, List<Integer> palettes) {
        if (template.profession() == Profession.REVENANT) return;
        var seen = new HashSet<Integer>();
        for (int i = 0; i < palettes.size(); i++) {
            var where = at + "/skills/" + i + "/id";
            var skill = catalogue
                    .palettes()
                    .skill(template.profession().code(), palettes.get(i))
                    .flatMap(catalogue.skills()::find);
            if (skill.isEmpty()) continue;
            check(
                    seen.add(skill.get().id()),
                    where,
                    "a skill named once; " + skill.get().name() + " stands there already");
            skill(where, skill.get(), SLOTS.get(i));
        }
    }

    private void skill(String at, Skill skill, String slot) {
        skill.slot()
                .filter(SLOTS::contains)
                .ifPresent(own -> check(
                        own.equals(slot), at, "a skill of the kind " + slot + "; " + skill.name() + " is " + own));
        gate(skill.specialization())
                .ifPresent(line -> check(chosen(line), at, skill.name() + " needs the specialization " + line.name()));
    }

    private void legends() {
        if (!(template.block() instanceof Legends legends)) return;
        pair("/legends/terrestrial", legends.land());
        pair("/legends/aquatic", legends.water());
    }

    private void pair(String at, LegendPair pair) {
        check(
                pair.active() == 0 || pair.active() != pair.inactive(),
                at + "/1/id",
                "a legend beside the first one, not the same");
        legend(at + "/0/id", pair.active());
        legend(at + "/1/id", pair.inactive());
    }

    private void legend(String at, int code) {
        catalogue
                .legends()
                .find(code)
                .ifPresent(legend -> gate(legend.specialization())
                        .ifPresent(line ->
                                check(chosen(line), at, legend.name() + " needs the specialization " + line.name())));
    }

    private void weapons() {
        if (!(template.armament() instanceof Weapons weapons)) return;
        var wielded = catalogue.profession(profession).orElseThrow().weapons();
        for (int i = 0; i < weapons.types().size(); i++) {
            var at = "/weapons/" + i + "/id";
            catalogue
                    .weapon(weapons.types().get(i))
                    .ifPresent(weapon -> check(
                            wielded.stream().anyMatch(own -> own.type().equalsIgnoreCase(weapon.name())),
                            at,
                            "a weapon that a " + profession + " wields; " + weapon.name() + " is none"));
        }
    }

    /** The elite specialization that something comes with. */
    private Optional<Specialization> gate(Optional<Integer> specialization) {
        return specialization.flatMap(catalogue.specializations()::find).filter(Specialization::elite);
    }

    private boolean chosen(Named line) {
        return template.lines().stream().anyMatch(own -> own.specialization() == line.id());
    }

    private String other(Named fact, String owner, String what) {
        return what + " of the " + profession + "; " + fact.name() + " belongs to the " + owner;
    }

    private void check(boolean holds, String pointer, String detail) {
        if (!holds) flaws.add(new Field(pointer, detail));
    }
}
