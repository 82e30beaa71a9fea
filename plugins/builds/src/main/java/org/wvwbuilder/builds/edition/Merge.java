package org.wvwbuilder.builds.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Contents;
import org.wvwbuilder.builds.catalogue.Facts.BoonSource;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.catalogue.Facts.Pet;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.builds.catalogue.Facts.ProfessionWeapon;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.catalogue.Facts.StatAttribute;
import org.wvwbuilder.builds.catalogue.Facts.Trait;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.builds.catalogue.Facts.WeaponSkill;
import org.wvwbuilder.builds.catalogue.PaletteIndex.Pair;
import org.wvwbuilder.builds.catalogue.PaletteIndex.Table;
import org.wvwbuilder.builds.edition.Answers.Kind;
import org.wvwbuilder.builds.official.Shape;

/**
 * Makes the next catalogue of the one before and what the official API told. What the API no longer tells stays, so that
 * old builds can be read; what it never tells (armour, base health, upgrades' bonuses, boons in WvW) is kept.
 */
final class Merge {
    private static final int MINORS = 3;
    private static final int MAJORS = 9;

    private final Contents base;
    private final Answers told;

    private Merge(Contents base, Answers told) {
        this.base = base;
        this.told = told;
    }

    static Contents of(Contents base, Answers told, String version, Optional<Integer> gameBuild) {
        return new Merge(base, told).contents(version, gameBuild);
    }

    private Contents contents(String version, Optional<Integer> gameBuild) {
        var traits = merged(Kind.TRAIT, base.traits(), Merge::trait);
        var skills = merged(Kind.SKILL, base.skills(), Merge::skill);
        return new Contents(
                version,
                gameBuild,
                base.professions().stream().map(this::profession).toList(),
                merged(Kind.SPECIALIZATION, base.specializations(), Merge::specialization),
                traits,
                skills,
                base.palettes().stream().map(this::palettes).toList(),
                base.legends().stream().map(this::legend).toList(),
                merged(Kind.PET, base.pets(), Merge::pet),
                base.weapons(),
                base.itemStats().stream().map(this::itemStat).toList(),
                base.upgrades().stream().map(this::upgrade).toList(),
                boonSources(skills, traits));
    }

    private <T extends Named> List<T> merged(
            Kind kind, List<T> before, BiFunction<Shape, Optional<T>, Optional<T>> reading) {
        var all = new TreeMap<Integer, T>();
        before.forEach(fact -> all.put(fact.id(), fact));
        told.byKind()
                .get(kind)
                .forEach((id, shape) ->
                        reading.apply(shape, Optional.ofNullable(all.get(id))).ifPresent(fact -> all.put(id, fact)));
        return List.copyOf(all.values());
    }

    private static Optional<Specialization> specialization(Shape in, Optional<Specialization> before) {
        var minors = in.at("minor_traits").numbers();
        var majors = in.at("major_traits").numbers();
        if (minors.size() != MINORS || majors.size() != MAJORS) return Optional.empty();
        var profession = in.at("profession").text().or(() -> before.map(Specialization::profession));
        return named(in, before)
                .flatMap(name -> profession.map(of -> new Specialization(
                        id(in),
                        name,
                        of,
                        in.at("elite").yes(),
                        before.map(Specialization::expansion).orElse(""),
                        minors,
                        majors)));
    }

    private static Optional<Trait> trait(Shape in, Optional<Trait> before) {
        var specialization = in.at("specialization").number();
        var tier = in.at("tier").number();
        var slot = in.at("slot").text();
        if (specialization.isEmpty() || tier.isEmpty() || slot.isEmpty()) return Optional.empty();
        var choice = slot.get().equals("Major")
                ? in.at("order").number().map(order -> order + 1).or(() -> before.flatMap(Trait::choice))
                : Optional.<Integer>empty();
        return named(in, before)
                .map(name -> new Trait(id(in), name, specialization.get(), slot.get(), tier.get(), choice));
    }

    /** Of the skills that nobody knew only those of a profession are taken: the rest is of monsters and bundles. */
    private static Optional<Skill> skill(Shape in, Optional<Skill> before) {
        var professions = in.at("professions").texts();
        if (before.isEmpty() && professions.isEmpty()) return Optional.empty();
        return named(in, before)
                .map(name -> new Skill(
                        id(in),
                        name,
                        in.at("type").text().or(() -> before.flatMap(Skill::type)),
                        in.at("slot").text().or(() -> before.flatMap(Skill::slot)),
                        in.at("weapon_type")
                                .text()
                                .filter(type -> !type.equals("None"))
                                .or(() -> before.flatMap(Skill::weapon)),
                        in.at("specialization").number().or(() -> before.flatMap(Skill::specialization)),
                        recharge(in).or(() -> before.flatMap(Skill::rechargePve)),
                        some(in.at("categories").texts(), before.map(Skill::categories)),
                        some(professions, before.map(Skill::professions)),
                        in.at("flip_skill").number().or(() -> before.flatMap(Skill::flipSkill)),
                        in.at("next_chain").number().or(() -> before.flatMap(Skill::nextChain)),
                        before.map(Skill::palettes).orElseGet(java.util.Map::of)));
    }

    private static Optional<Double> recharge(Shape skill) {
        return skill.at("facts").items().stream()
                .filter(fact ->
                        fact.at("type").text().filter("Recharge"::equals).isPresent())
                .flatMap(fact -> fact.at("value").decimal().stream())
                .findFirst();
    }

    private static Optional<Pet> pet(Shape in, Optional<Pet> before) {
        return named(in, before).map(name -> new Pet(id(in), name));
    }

    private Profession profession(Profession before) {
        var in = told.professions().get(before.id());
        if (in == null) return before;
        return new Profession(
                before.id(),
                before.code(),
                in.at("name").text().orElse(before.name()),
                before.armor(),
                before.baseHealth(),
                some(in.at("specializations").numbers(), Optional.of(before.specializations())),
                before.skills(),
                some(weapons(in), Optional.of(before.weapons())));
    }

    private static List<ProfessionWeapon> weapons(Shape profession) {
        var weapons = profession.at("weapons");
        return weapons.fields().stream()
                .sorted()
                .map(type -> weapon(type, weapons.at(type)))
                .toList();
    }

    private static ProfessionWeapon weapon(String type, Shape in) {
        var skills = in.at("skills").items().stream()
                .filter(skill -> skill.at("id").number().isPresent()
                        && skill.at("slot").text().isPresent())
                .map(skill -> new WeaponSkill(id(skill), skill.at("slot").text().get()))
                .toList();
        return new ProfessionWeapon(
                type, in.at("flags").texts(), in.at("specialization").number().filter(id -> id != 0), skills);
    }

    /** New pairs win; old palettes that are no longer told may stand in old links. */
    private Table palettes(Table before) {
        var pairs = new TreeMap<Integer, Integer>();
        before.pairs().forEach(pair -> pairs.put(pair.palette(), pair.skill()));
        base.professions().stream()
                .filter(profession -> profession.code() == before.profession())
                .flatMap(profession -> Stream.ofNullable(told.professions().get(profession.id())))
                .flatMap(profession -> profession.at("skills_by_palette").items().stream())
                .map(Shape::numbers)
                .filter(pair -> pair.size() == 2)
                .forEach(pair -> pairs.put(pair.getFirst(), pair.getLast()));
        return new Table(
                before.profession(),
                pairs.entrySet().stream()
                        .map(pair -> new Pair(pair.getKey(), pair.getValue()))
                        .toList());
    }

    private Legend legend(Legend before) {
        var in = Optional.ofNullable(told.legends().get(before.id()));
        int swap = number(in, "swap").orElse(before.swap());
        return new Legend(
                before.id(),
                told.find(Kind.SKILL, swap)
                        .flatMap(skill -> skill.at("name").text())
                        .orElse(before.name()),
                before.certain() || in.isPresent(),
                before.specialization(),
                swap,
                number(in, "heal").orElse(before.heal()),
                some(
                        in.map(legend -> legend.at("utilities").numbers()).orElse(List.of()),
                        Optional.of(before.utilities())),
                number(in, "elite").orElse(before.elite()));
    }

    /** Which ones gear of level 80 may carry, the API does not tell: new ones come with a new version. */
    private ItemStat itemStat(ItemStat before) {
        return told.find(Kind.ITEMSTAT, before.id())
                .map(in -> new ItemStat(
                        before.id(),
                        in.at("name").text().orElse(before.name()),
                        some(attributes(in), Optional.of(before.attributes())),
                        before.armorWeapon(),
                        before.trinket()))
                .orElse(before);
    }

    private static List<StatAttribute> attributes(Shape stat) {
        var all = new ArrayList<StatAttribute>();
        for (var in : stat.at("attributes").items()) {
            in.at("attribute")
                    .text()
                    .ifPresent(name -> all.add(new StatAttribute(
                            name,
                            in.at("multiplier").decimal().orElse(0.0),
                            in.at("value").number().orElse(0))));
        }
        return all;
    }

    private Upgrade upgrade(Upgrade before) {
        var name = told.find(Kind.UPGRADE, before.id())
                .flatMap(item -> item.at("name").text());
        return new Upgrade(
                before.id(), before.type(), name.orElse(before.name()), before.durationMs(), before.bonuses());
    }

    private List<BoonSource> boonSources(List<Skill> skills, List<Trait> traits) {
        var names = new TreeMap<String, String>();
        skills.forEach(skill -> names.put("skill" + skill.id(), skill.name()));
        traits.forEach(trait -> names.put("trait" + trait.id(), trait.name()));
        return base.boonSources().stream()
                .map(source -> new BoonSource(
                        source.kind(),
                        source.id(),
                        names.get(source.kind() + source.id()),
                        source.boons(),
                        source.conditionsRemoved(),
                        source.stunBreak(),
                        source.targets()))
                .sorted(Comparator.comparingInt(BoonSource::id))
                .toList();
    }

    private static int id(Shape in) {
        return in.at("id").number().orElseThrow();
    }

    private static Optional<Integer> number(Optional<Shape> in, String field) {
        return in.flatMap(shape -> shape.at(field).number());
    }

    private static Optional<String> named(Shape in, Optional<? extends Named> before) {
        return in.at("name").text().or(() -> before.map(Named::name));
    }

    private static <T> List<T> some(List<T> told, Optional<List<T>> otherwise) {
        return told.isEmpty() ? otherwise.orElse(told) : told;
    }
}
