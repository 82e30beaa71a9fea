package org.wvwbuilder.builds.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    CatalogueReader(Sheet sheet) {
        this.sheet = sheet;
    }

    Catalogue read() {
        var version = sheet.text();
        var gameBuild = sheet.optionalNumber();
        var professions = section("professions", CatalogueReader::profession);
        var specializations = section("specializations", CatalogueReader::specialization);
        var traits = section("traits", CatalogueReader::trait);
        var skills = section("skills", CatalogueReader::skill);
        var palettes = section("palettes", PaletteIndex.Table::read);
        var legends = section("legends", CatalogueReader::legend);
        var pets = section("pets", in -> new Pet(in.number(), in.text()));
        var weapons = section("weapons", in -> new Weapon(in.optionalNumber(), in.text(), in.text()));
        var itemStats = section("itemstats", CatalogueReader::itemStat);
        var upgrades = section("upgrades", CatalogueReader::upgrade);
        var names = Map.of("skill", names(skills), "trait", names(traits));
        var boonSources = section("boon_sources", in -> boonSource(in, names));
        var contents = new Contents(
                version,
                gameBuild,
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
        return new Catalogue(
                new Edition(version, gameBuild, sheet.digest(), Collections.unmodifiableMap(counts)), contents);
    }

    private <T> List<T> section(String name, Function<Sheet, T> reading) {
        if (!sheet.text().equals(name)) throw new CatalogueFault("no section " + name, null);
        int rows = sheet.number();
        counts.put(name, rows);
        return sheet.rows(rows, reading);
    }

    private static Profession profession(Sheet in) {
        var name = in.text();
        return new Profession(
                name,
                in.number(),
                name,
                in.text(),
                in.number(),
                in.numbers(),
                in.numbers(),
                in.list(CatalogueReader::professionWeapon));
    }

    private static ProfessionWeapon professionWeapon(Sheet in) {
        return new ProfessionWeapon(
                in.text(), in.texts(), in.optionalNumber(), in.list(s -> new WeaponSkill(s.number(), s.text())));
    }

    private static Specialization specialization(Sheet in) {
        return new Specialization(in.number(), in.text(), in.text(), in.flag(), in.text(), in.numbers(), in.numbers());
    }

    private static Trait trait(Sheet in) {
        return new Trait(in.number(), in.text(), in.number(), in.text(), in.number(), in.optionalNumber());
    }

    private static Skill skill(Sheet in) {
        return new Skill(
                in.number(),
                in.text(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalNumber(),
                in.flag() ? Optional.of(in.decimal()) : Optional.empty(),
                in.texts(),
                in.texts(),
                in.optionalNumber(),
                in.optionalNumber(),
                Map.of());
    }

    private static Legend legend(Sheet in) {
        return new Legend(
                in.number(),
                in.text(),
                in.flag(),
                in.optionalNumber(),
                in.number(),
                in.number(),
                in.numbers(),
                in.number());
    }

    private static ItemStat itemStat(Sheet in) {
        return new ItemStat(
                in.number(),
                in.text(),
                in.list(a -> new StatAttribute(a.text(), a.decimal(), a.number())),
                in.flag(),
                in.flag());
    }

    private static Upgrade upgrade(Sheet in) {
        return new Upgrade(
                in.number(),
                in.text(),
                in.text(),
                in.optionalNumber(),
                in.list(b -> new Bonus(b.text(), b.number(), b.flag(), b.optionalText())));
    }

    private static BoonSource boonSource(Sheet in, Map<String, Map<Integer, String>> names) {
        var kind = in.text();
        int id = in.number();
        return new BoonSource(
                kind,
                id,
                names.get(kind).get(id),
                in.list(b -> new Boon(b.text(), b.decimal(), b.number())),
                in.optionalNumber(),
                in.flag(),
                in.optionalNumber());
    }

    private static Map<Integer, String> names(List<? extends Named> facts) {
        var names = new HashMap<Integer, String>();
        facts.forEach(fact -> names.put(fact.id(), fact.name()));
        return names;
    }
}
