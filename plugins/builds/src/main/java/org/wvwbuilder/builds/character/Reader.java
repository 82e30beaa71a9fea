package org.wvwbuilder.builds.character;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.character.Tabs.BuildTab;
import org.wvwbuilder.builds.character.Tabs.GearTab;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.builds.official.Shape;
import org.wvwbuilder.builds.store.Equipment;

/** Makes builds of a character's tabs. What they need beside the tabs (items, codes of legends) is asked for once. */
public final class Reader {
    private static final String ENGLISH = "en";
    private static final Map<String, String> PATHS = Map.of(
            "specialization", "/v2/specializations",
            "trait", "/v2/traits",
            "skill", "/v2/skills",
            "pet", "/v2/pets",
            "stat", "/v2/itemstats",
            "item", "/v2/items");

    private final OfficialApi api;
    private final Catalogue catalogue;

    public Reader(OfficialApi api, Catalogue catalogue) {
        this.api = api;
        this.catalogue = catalogue;
    }

    /**
     * @param wanted build tabs, each with the number of the gear tab that goes with it, or none
     * @return nothing for a character of a profession that we do not know
     */
    public List<Reading> read(Tabs character, Map<BuildTab, Optional<Integer>> wanted)
            throws OfficialApiFault, InterruptedException {
        if (character.profession().isEmpty()) return List.of();
        var profession = character.profession().get();
        var legends = profession == Profession.REVENANT ? legends() : Map.<String, Integer>of();
        var gear = new LinkedHashMap<BuildTab, GearTab>();
        wanted.forEach((tab, number) -> number.flatMap(character::gear).ifPresent(found -> gear.put(tab, found)));
        var items = items(gear.values().stream().flatMap(found -> found.pieces().stream()));
        var readings = new ArrayList<Reading>();
        for (var tab : wanted.keySet()) {
            var leftOut = new ArrayList<LeftOut>();
            var worn = Optional.ofNullable(gear.get(tab));
            var equipment = worn.map(found -> new GearReading(catalogue, items, leftOut).read(found, character))
                    .orElse(Equipment.NONE);
            var template = new TemplateReading(catalogue, profession, legends, leftOut).read(tab.build(), equipment);
            readings.add(new Reading(tab, worn.map(GearTab::number), template, equipment, leftOut));
        }
        return named(readings);
    }

    private Map<String, Integer> legends() throws OfficialApiFault, InterruptedException {
        var codes = new HashMap<String, Integer>();
        for (var legend : api.get("/v2/legends", Map.of("ids", "all")).items()) {
            legend.at("id").text().ifPresent(id -> legend.at("code").number().ifPresent(code -> codes.put(id, code)));
        }
        return codes;
    }

    private Map<Integer, Shape> items(Stream<Shape> pieces) throws OfficialApiFault, InterruptedException {
        var ids = new TreeSet<Integer>();
        pieces.forEach(piece -> piece.at("id").number().ifPresent(ids::add));
        var items = new TreeMap<Integer, Shape>();
        for (var item : api.all("/v2/items", ids, ENGLISH, () -> {})) {
            item.at("id").number().ifPresent(id -> items.put(id, item));
        }
        return items;
    }

    /** Names what the catalogue does not know as the game does. */
    private List<Reading> named(List<Reading> readings) throws OfficialApiFault, InterruptedException {
        var names = new HashMap<String, String>();
        for (var kind : PATHS.keySet()) {
            var ids = new TreeSet<Integer>();
            readings.forEach(reading -> reading.leftOut().stream()
                    .filter(left -> left.kind().equals(kind) && left.name().isEmpty())
                    .forEach(left -> ids.add(left.id())));
            for (var fact : api.all(PATHS.get(kind), ids, ENGLISH, () -> {})) {
                fact.at("id").number().ifPresent(id -> fact.at("name").text().ifPresent(n -> names.put(kind + id, n)));
            }
        }
        return readings.stream().map(reading -> named(reading, names)).toList();
    }

    private static Reading named(Reading in, Map<String, String> names) {
        var leftOut = in.leftOut().stream()
                .map(left -> new LeftOut(
                        left.kind(),
                        left.id(),
                        left.name().or(() -> Optional.ofNullable(names.get(left.kind() + left.id()))),
                        left.why()))
                .toList();
        return new Reading(in.tab(), in.gearTab(), in.template(), in.equipment(), leftOut);
    }
}
