package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.Bytes;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;
import org.wvwbuilder.builds.chatlink.SkillBar;
import org.wvwbuilder.builds.chatlink.TraitLine;

/**
 * Gives a decoded link the catalogue's names, and a warning for each id that it does not know and for what the game would
 * not let anybody choose. For one link only.
 */
public final class Describer {
    private final Catalogue catalogue;
    private final BuildTemplate template;
    private final SkillNames skills;
    private final List<String> warnings = new ArrayList<>();

    private Describer(Catalogue catalogue, BuildTemplate template) {
        this.catalogue = catalogue;
        this.template = template;
        this.skills = new SkillNames(catalogue, template.profession(), this::warn);
    }

    public static Template describe(Catalogue catalogue, BuildTemplate template) {
        return new Describer(catalogue, template).describe();
    }

    private Template describe() {
        var lines = template.lines().stream().map(this::line).toList();
        var land = bar(template.land(), land());
        var water = bar(template.water(), water());
        var pets =
                template.block() instanceof Pets chosen ? Optional.of(pets(chosen)) : Optional.<Template.Pets>empty();
        var legends = template.block() instanceof Legends chosen
                ? Optional.of(legends(chosen))
                : Optional.<Template.Legends>empty();
        List<Integer> types = template.armament() instanceof Weapons weapons ? weapons.types() : List.of();
        List<Long> overrides = template.armament() instanceof Weapons weapons ? weapons.overrides() : List.of();
        overrides.forEach(this::override);
        var kept = block();
        var trailing = trailing();
        Soundness.flaws(catalogue, template)
                .forEach(flaw -> warnings.add(flaw.pointer() + " should be " + flaw.detail() + "."));
        return new Template(
                template.profession().title(),
                template.legacy(),
                lines,
                land,
                water,
                pets,
                legends,
                types.stream().map(this::weapon).toList(),
                overrides,
                kept,
                trailing,
                warnings);
    }

    private Template.Line line(TraitLine line) {
        int id = line.specialization();
        var choices = List.of(line.adept(), line.master(), line.grandmaster());
        var known = catalogue.specializations().find(id);
        if (known.isEmpty() && id != 0) warn("Specialization", id);
        var traits = new ArrayList<Optional<Ref>>(3);
        for (int tier = 1; tier <= choices.size(); tier++) {
            int choice = choices.get(tier - 1);
            var wanted = tier;
            traits.add(known.flatMap(s -> s.trait(wanted, choice))
                    .flatMap(catalogue.traits()::find)
                    .map(Describer::ref));
        }
        return new Template.Line(
                id,
                known.map(Specialization::name),
                known.filter(Specialization::elite).isPresent(),
                choices,
                traits,
                line.spareBits());
    }

    private Template.Bar bar(SkillBar bar, int legend) {
        return new Template.Bar(bar.palettes(), skills.of(bar.palettes(), legend));
    }

    private int land() {
        return template.block() instanceof Legends legends ? legends.land().active() : 0;
    }

    private int water() {
        return template.block() instanceof Legends legends ? legends.water().active() : 0;
    }

    private Template.Pets pets(Pets pets) {
        return new Template.Pets(
                List.of(pet(pets.land1()), pet(pets.land2())), List.of(pet(pets.water1()), pet(pets.water2())));
    }

    private Optional<Ref> pet(int id) {
        return named("Pet", id, catalogue.pets().find(id));
    }

    private Template.Legends legends(Legends legends) {
        return new Template.Legends(
                pair(legends.land()), pair(legends.water()), inactive(legends.land()), inactive(legends.water()));
    }

    private List<Optional<Ref>> pair(LegendPair pair) {
        return List.of(legend(pair.active()), legend(pair.inactive()));
    }

    private Optional<Ref> legend(int code) {
        return named("Legend", code, catalogue.legends().find(code));
    }

    private Template.Bar inactive(LegendPair pair) {
        var palettes = pair.inactiveUtilities();
        return new Template.Bar(palettes, skills.of(palettes, pair.inactive()));
    }

    private Ref weapon(int id) {
        var known = catalogue.weapon(id);
        if (known.isEmpty()) warn("Weapon type", id);
        return new Ref(id, known.map(weapon -> weapon.name()));
    }

    private void override(long skill) {
        if (skill > Integer.MAX_VALUE || catalogue.skills().find((int) skill).isEmpty()) warn("Weapon skill", skill);
    }

    private Optional<String> block() {
        var bytes = switch (template.block()) {
            case Pets pets -> pets.rest();
            case Legends legends -> Bytes.NONE;
            case Plain plain -> plain.content();
        };
        return bytes.blank() ? Optional.empty() : unknown(bytes, "about the profession");
    }

    private Optional<String> trailing() {
        return template.armament() instanceof Weapons weapons
                        && weapons.trailing().length() > 0
                ? unknown(weapons.trailing(), "behind the weapons")
                : Optional.empty();
    }

    private Optional<String> unknown(Bytes bytes, String where) {
        warnings.add("The link has bytes " + where + " that nobody knows yet; they are kept as they are.");
        return Optional.of(bytes.hex());
    }

    private Optional<Ref> named(String what, int id, Optional<? extends Named> known) {
        if (id == 0) return Optional.empty();
        if (known.isEmpty()) warn(what, id);
        return Optional.of(known.map(Describer::ref).orElseGet(() -> new Ref(id, Optional.empty())));
    }

    static Ref ref(Named fact) {
        return new Ref(fact.id(), Optional.of(fact.name()).filter(name -> !name.isEmpty()));
    }

    private void warn(String what, long id) {
        warnings.add(what + " " + id + " is not in the catalogue of "
                + catalogue.edition().version() + "; it is kept as it is.");
    }
}
