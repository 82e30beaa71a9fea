package org.wvwbuilder.builds.catalogue;

import java.io.ByteArrayInputStream;
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

    Catalogue(Edition edition, Contents contents) {
        this.edition = edition;
        this.professions = contents.professions();
        this.specializations = Index.of(contents.specializations());
        this.traits = Index.of(contents.traits());
        this.palettes = new PaletteIndex(professions, contents.palettes());
        this.skills = Index.of(contents.skills().stream().map(palettes::join).toList());
        this.legends = Index.of(contents.legends());
        this.pets = Index.of(contents.pets());
        this.weapons = contents.weapons();
        this.itemStats = Index.of(contents.itemStats());
        this.upgrades = Index.of(contents.upgrades());
        this.boonSources = contents.boonSources();
        this.boonSourcesById =
                boonSources.stream().collect(Collectors.groupingBy(source -> source.kind() + source.id()));
    }

    /**
     * Reads the shipped catalogue.
     *
     * @throws CatalogueFault when it is missing or damaged
     */
    public static Catalogue load() {
        return read(sheet());
    }

    /**
     * Reads a catalogue that was written by {@link CatalogueWriter}, and checks its sum.
     *
     * @throws CatalogueFault when it is damaged
     */
    public static Catalogue read(byte[] written) {
        var sheet = Sheet.open(new ByteArrayInputStream(written));
        if (!sheet.intact()) throw new CatalogueFault("its checksum is wrong", null);
        return read(sheet);
    }

    private static Catalogue read(Sheet sheet) {
        try {
            return new CatalogueReader(sheet).read();
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

    /** Everything as lists, for the catalogue that is made after this one. */
    public Contents contents() {
        return new Contents(
                edition.version(),
                edition.gameBuild(),
                professions,
                specializations.all(),
                traits.all(),
                skills.all(),
                palettes.tables(),
                legends.all(),
                pets.all(),
                weapons,
                itemStats.all(),
                upgrades.all(),
                boonSources);
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
        return professions.stream().filter(p -> p.id().equalsIgnoreCase(name)).findFirst();
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
