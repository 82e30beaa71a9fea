package org.wvwbuilder.builds.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.builds.catalogue.Facts.BoonSource;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.catalogue.Facts.Pet;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.catalogue.Facts.Trait;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.builds.catalogue.Facts.Weapon;

/** All facts of one edition, immutable, each list in the order of its ids. */
public final class Catalogue {
    private static final String RESOURCE = "/META-INF/wvw/catalogue.gz";

    private final Edition edition;
    private final List<Profession> professions;
    private final Index<Specialization> specializations;
    private final Index<Trait> traits;
    private final Index<Skill> skills;
    private final PaletteIndex palettes;
    private final Index<Legend> legends;
    private final Index<Pet> pets;
    private final List<Weapon> weapons;
    private final Index<ItemStat> itemStats;
    private final Index<Upgrade> upgrades;
    private final List<BoonSource> boonSources;
    private final Map<String, List<BoonSource>> boonSourcesById;

    Catalogue(
            Edition edition,
            List<Profession> professions,
            List<Specialization> specializations,
            List<Trait> traits,
            List<Skill> skills,
            PaletteIndex palettes,
            List<Legend> legends,
            List<Pet> pets,
            List<Weapon> weapons,
            List<ItemStat> itemStats,
            List<Upgrade> upgrades,
            List<BoonSource> boonSources) {
        this.edition = edition;
        this.professions = professions;
        this.specializations = Index.of(specializations);
        this.traits = Index.of(traits);
        this.skills = Index.of(skills);
        this.palettes = palettes;
        this.legends = Index.of(legends);
        this.pets = Index.of(pets);
        this.weapons = weapons;
        this.itemStats = Index.of(itemStats);
        this.upgrades = Index.of(upgrades);
        this.boonSources = boonSources;
        this.boonSourcesById =
                boonSources.stream().collect(Collectors.groupingBy(source -> source.kind() + source.id()));
    }

    /**
     * Reads the shipped catalogue.
     *
     * @throws CatalogueFault when it is missing or damaged
     */
    public static Catalogue load() {
        try {
            return new CatalogueReader(sheet()).read();
        } catch (IndexOutOfBoundsException e) {
            throw new CatalogueFault("it ends too early", e);
        }
    }

    /** Reads the shipped catalogue again and computes its checksum. */
    public static boolean intact() {
        return sheet().intact();
    }

    private static Sheet sheet() {
        var resource = Catalogue.class.getResourceAsStream(RESOURCE);
        if (resource == null) throw new CatalogueFault("it is missing", null);
        return Sheet.open(resource);
    }

    public Edition edition() {
        return edition;
    }

    public List<Profession> professions() {
        return professions;
    }

    public Index<Specialization> specializations() {
        return specializations;
    }

    public Index<Trait> traits() {
        return traits;
    }

    public Index<Skill> skills() {
        return skills;
    }

    public PaletteIndex palettes() {
        return palettes;
    }

    public Index<Legend> legends() {
        return legends;
    }

    public Index<Pet> pets() {
        return pets;
    }

    public List<Weapon> weapons() {
        return weapons;
    }

    public Index<ItemStat> itemStats() {
        return itemStats;
    }

    public Index<Upgrade> upgrades() {
        return upgrades;
    }

    public List<BoonSource> boonSources() {
        return boonSources;
    }

    /** What is known of one skill or trait; usually one fact, or none. */
    public List<BoonSource> boonSources(String kind, int id) {
        return boonSourcesById.getOrDefault(kind + id, List.of());
    }

    public Optional<Profession> profession(String name) {
        return professions.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The weapon type with this id in chat links. */
    public Optional<Weapon> weapon(int id) {
        return weapons.stream()
                .filter(w -> w.id().filter(own -> own == id).isPresent())
                .findFirst();
    }

    public Optional<Weapon> weaponNamed(String name) {
        return weapons.stream().filter(w -> w.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Facts in the order of their ids, and each by its id. */
    public record Index<T extends Named>(List<T> all, Map<Integer, T> byId) {

        static <T extends Named> Index<T> of(List<T> all) {
            var byId = HashMap.<Integer, T>newHashMap(all.size());
            all.forEach(fact -> byId.put(fact.id(), fact));
            return new Index<>(all, Collections.unmodifiableMap(byId));
        }

        public Optional<T> find(int id) {
            return Optional.ofNullable(byId.get(id));
        }
    }
}
