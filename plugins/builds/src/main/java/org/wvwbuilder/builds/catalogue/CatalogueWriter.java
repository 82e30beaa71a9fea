package org.wvwbuilder.builds.catalogue;

import java.util.List;
import java.util.function.Consumer;
import org.wvwbuilder.builds.catalogue.Facts.BoonSource;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.builds.catalogue.Facts.ProfessionWeapon;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.catalogue.Facts.Trait;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;

/** Writes facts as the sections of a sheet: what {@link CatalogueReader} reads. */
public final class CatalogueWriter {
    private final SheetWriter sheet = new SheetWriter();

    private CatalogueWriter() {}

    /** The same contents give the same bytes. */
    public static byte[] write(Contents contents) {
        var writer = new CatalogueWriter();
        writer.all(contents);
        return writer.sheet.finish();
    }

    private void all(Contents contents) {
        sheet.text(contents.version()).optional(contents.gameBuild());
        section("professions", contents.professions(), this::profession);
        section("specializations", contents.specializations(), this::specialization);
        section("traits", contents.traits(), this::trait);
        section("skills", contents.skills(), this::skill);
        section(
                "palettes",
                contents.palettes(),
                table -> sheet.number(table.profession())
                        .list(
                                table.pairs(),
                                pair -> sheet.number(pair.palette()).number(pair.skill())));
        section("legends", contents.legends(), this::legend);
        section("pets", contents.pets(), pet -> sheet.number(pet.id()).text(pet.name()));
        section(
                "weapons",
                contents.weapons(),
                weapon -> sheet.optional(weapon.id()).text(weapon.name()).text(weapon.hand()));
        section("itemstats", contents.itemStats(), this::itemStat);
        section("upgrades", contents.upgrades(), this::upgrade);
        section("boon_sources", contents.boonSources(), this::boonSource);
    }

    private void profession(Profession profession) {
        sheet.text(profession.id())
                .number(profession.code())
                .text(profession.armor())
                .number(profession.baseHealth())
                .list(profession.specializations(), sheet::number)
                .list(profession.skills(), sheet::number)
                .list(profession.weapons(), this::professionWeapon);
    }

    private void professionWeapon(ProfessionWeapon weapon) {
        sheet.text(weapon.type())
                .list(weapon.hands(), sheet::text)
                .optional(weapon.specialization())
                .list(weapon.skills(), skill -> sheet.number(skill.id()).text(skill.slot()));
    }

    private void specialization(Specialization specialization) {
        sheet.number(specialization.id())
                .text(specialization.name())
                .text(specialization.profession())
                .flag(specialization.elite())
                .text(specialization.expansion())
                .list(specialization.minorTraits(), sheet::number)
                .list(specialization.majorTraits(), sheet::number);
    }

    private void trait(Trait trait) {
        sheet.number(trait.id())
                .text(trait.name())
                .number(trait.specialization())
                .text(trait.slot())
                .number(trait.tier())
                .optional(trait.choice());
    }

    private void skill(Skill skill) {
        sheet.number(skill.id())
                .text(skill.name())
                .text(skill.type().orElse(""))
                .text(skill.slot().orElse(""))
                .text(skill.weapon().orElse(""))
                .optional(skill.specialization())
                .flag(skill.rechargePve().isPresent());
        skill.rechargePve().ifPresent(sheet::decimal);
        sheet.list(skill.categories(), sheet::text)
                .list(skill.professions(), sheet::text)
                .optional(skill.flipSkill())
                .optional(skill.nextChain());
    }

    private void legend(Legend legend) {
        sheet.number(legend.id())
                .text(legend.name())
                .flag(legend.certain())
                .optional(legend.specialization())
                .number(legend.swap())
                .number(legend.heal())
                .list(legend.utilities(), sheet::number)
                .number(legend.elite());
    }

    private void itemStat(ItemStat stat) {
        sheet.number(stat.id())
                .text(stat.name())
                .list(
                        stat.attributes(),
                        attribute -> sheet.text(attribute.attribute())
                                .decimal(attribute.multiplier())
                                .number(attribute.value()))
                .flag(stat.armorWeapon())
                .flag(stat.trinket());
    }

    private void upgrade(Upgrade upgrade) {
        sheet.number(upgrade.id())
                .text(upgrade.type())
                .text(upgrade.name())
                .optional(upgrade.durationMs())
                .list(
                        upgrade.bonuses(),
                        bonus -> sheet.text(bonus.attribute())
                                .number(bonus.value())
                                .flag(bonus.percent())
                                .text(bonus.from().orElse("")));
    }

    private void boonSource(BoonSource source) {
        sheet.text(source.kind())
                .number(source.id())
                .list(
                        source.boons(),
                        boon -> sheet.text(boon.boon()).decimal(boon.duration()).number(boon.stacks()))
                .optional(source.conditionsRemoved())
                .flag(source.stunBreak())
                .optional(source.targets());
    }

    private <T> void section(String name, List<T> rows, Consumer<T> row) {
        sheet.section(name, rows.size());
        rows.forEach(row);
    }
}
