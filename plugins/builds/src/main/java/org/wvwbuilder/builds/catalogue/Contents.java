package org.wvwbuilder.builds.catalogue;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Facts.BoonSource;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.Pet;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.catalogue.Facts.Trait;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.builds.catalogue.Facts.Weapon;

/** What a catalogue holds, as lists: to write it, and to make the next one of it. */
public record Contents(
        String version,
        Optional<Integer> gameBuild,
        List<Profession> professions,
        List<Specialization> specializations,
        List<Trait> traits,
        List<Skill> skills,
        List<PaletteIndex.Table> palettes,
        List<Legend> legends,
        List<Pet> pets,
        List<Weapon> weapons,
        List<ItemStat> itemStats,
        List<Upgrade> upgrades,
        List<BoonSource> boonSources) {}
