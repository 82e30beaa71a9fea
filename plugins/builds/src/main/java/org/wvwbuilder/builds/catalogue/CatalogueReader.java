package org.wvwbuilder.builds.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.builds.catalogue.Facts.Bonus;
import org.wvwbuilder.builds.catalogue.Facts.Boon;
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
import org.wvwbuilder.builds.catalogue.Facts.Weapon;
import org.wvwbuilder.builds.catalogue.Facts.WeaponSkill;

/** Turns the sections of a sheet, in their order, into facts. */
final class CatalogueReader {
    private final Sheet sheet;

    CatalogueReader(Sheet sheet) {
        this.sheet = sheet;
    }

    Catalogue read() {
        var heads = sheet.section("professions", CatalogueReader::profession);
        var armouries = new HashMap<String, List<ProfessionWeapon>>();
        sheet.section(
                "profession-weapons",
                row -> armouries
                        .computeIfAbsent(row.text(), any -> new ArrayList<>())
                        .add(professionWeapon(row)));
        var professions =
                heads.stream().map(p -> armed(p, armouries.get(p.id()))).toList();
        var specializations = sheet.section("specializations", CatalogueReader::specialization);
        var traits = sheet.section("traits", CatalogueReader::trait);
        var bare = sheet.section("skills", CatalogueReader::skill);
        var palettes = new PaletteIndex(professions, sheet.section("palettes", CatalogueReader::palette));
        var skills = bare.stream().map(palettes::join).toList();
        var legends = sheet.section("legends", CatalogueReader::legend);
        var pets = sheet.section("pets", row -> new Pet(row.number(), row.text()));
        var weapons =
                sheet.section("weapons", row -> new Weapon(row.optional(Integer::valueOf), row.text(), row.text()));
        var itemStats = sheet.section("itemstats", CatalogueReader::itemStat);
        var upgrades = sheet.section("upgrades", CatalogueReader::upgrade);
        var names = Map.of("skill", names(skills), "trait", names(traits));
        var boonSources = sheet.section("boon-sources", row -> boonSource(row, names));
        return new Catalogue(
                sheet.edition(),
                professions,
                specializations,
                traits,
                skills,
                palettes,
                legends,
                pets,
                weapons,
                itemStats,
                upgrades,
                boonSources);
    }

    private static Profession profession(Row row) {
        var name = row.text();
        return new Profession(
                name, row.number(), name, row.text(), row.number(), row.numbers(), row.numbers(), List.of());
    }

    private static Profession armed(Profession p, List<ProfessionWeapon> weapons) {
        return new Profession(
                p.id(),
                p.code(),
                p.name(),
                p.armor(),
                p.baseHealth(),
                p.specializations(),
                p.skills(),
                List.copyOf(weapons));
    }

    private static ProfessionWeapon professionWeapon(Row row) {
        return new ProfessionWeapon(
                row.text(), row.list(hand -> hand), row.optional(Integer::valueOf), row.list(item -> {
                    var part = Row.parts(item);
                    return new WeaponSkill(Integer.parseInt(part.get(0)), part.get(1));
                }));
    }

    private static Specialization specialization(Row row) {
        return new Specialization(
                row.number(), row.text(), row.text(), row.flag(), row.text(), row.numbers(), row.numbers());
    }

    private static Trait trait(Row row) {
        return new Trait(
                row.number(), row.text(), row.number(), row.text(), row.number(), row.optional(Integer::valueOf));
    }

    private static Skill skill(Row row) {
        return new Skill(
                row.number(),
                row.text(),
                row.optional(String::intern),
                row.optional(String::intern),
                row.optional(String::intern),
                row.optional(Integer::valueOf),
                row.optional(Double::valueOf),
                row.list(String::intern),
                row.list(String::intern),
                row.optional(Integer::valueOf),
                row.optional(Integer::valueOf),
                Map.of());
    }

    private static Map.Entry<Integer, Map<Integer, Integer>> palette(Row row) {
        int profession = row.number();
        var skills = new TreeMap<Integer, Integer>();
        row.list(Row::parts).forEach(pair -> skills.put(Integer.valueOf(pair.get(0)), Integer.valueOf(pair.get(1))));
        return Map.entry(profession, skills);
    }

    private static Legend legend(Row row) {
        return new Legend(
                row.number(),
                row.text(),
                row.flag(),
                row.optional(Integer::valueOf),
                row.number(),
                row.number(),
                row.numbers(),
                row.number());
    }

    private static ItemStat itemStat(Row row) {
        return new ItemStat(row.number(), row.text(), row.list(CatalogueReader::attribute), row.flag(), row.flag());
    }

    private static StatAttribute attribute(String item) {
        var part = Row.parts(item);
        return new StatAttribute(part.get(0).intern(), Double.parseDouble(part.get(1)), Integer.parseInt(part.get(2)));
    }

    private static Upgrade upgrade(Row row) {
        return new Upgrade(
                row.number(),
                row.text().intern(),
                row.text(),
                row.optional(Integer::valueOf),
                row.list(CatalogueReader::bonus));
    }

    private static Bonus bonus(String item) {
        var part = Row.parts(item);
        var from = part.get(3);
        return new Bonus(
                part.get(0).intern(),
                Integer.parseInt(part.get(1)),
                part.get(2).equals("1"),
                from.isEmpty() ? Optional.empty() : Optional.of(from));
    }

    private static BoonSource boonSource(Row row, Map<String, Map<Integer, String>> names) {
        var kind = row.text().intern();
        int id = row.number();
        return new BoonSource(
                kind,
                id,
                names.get(kind).get(id),
                row.list(CatalogueReader::boon),
                row.optional(Integer::valueOf),
                row.flag(),
                row.optional(Integer::valueOf));
    }

    private static Boon boon(String item) {
        var part = Row.parts(item);
        return new Boon(part.get(0).intern(), Double.parseDouble(part.get(1)), Integer.parseInt(part.get(2)));
    }

    private static Map<Integer, String> names(List<? extends Named> facts) {
        var names = new HashMap<Integer, String>();
        facts.forEach(fact -> names.put(fact.id(), fact.name()));
        return names;
    }
}
