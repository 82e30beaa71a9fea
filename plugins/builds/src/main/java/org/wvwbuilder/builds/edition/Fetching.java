package org.wvwbuilder.builds.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.edition.Answers.Kind;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.builds.official.Shape;

/** Asks the official API for all facts, in one language after the other. */
final class Fetching {
    private static final int BATCH = 200;

    /** What the API must tell of what we know; with less it is broken, or another API. */
    private static final double ENOUGH = 0.8;

    private final OfficialApi api;
    private final Catalogue known;
    private final Progress progress;
    private final Map<Kind, Collection<Integer>> ids = new EnumMap<>(Kind.class);

    Fetching(OfficialApi api, Catalogue known, Progress progress) {
        this.api = api;
        this.known = known;
        this.progress = progress;
    }

    /** Finds out which facts there are. */
    void look() throws OfficialApiFault, InterruptedException {
        for (var kind : List.of(Kind.SPECIALIZATION, Kind.TRAIT, Kind.SKILL, Kind.PET)) {
            ids.put(kind, new TreeSet<>(api.get(kind.path, Map.of()).numbers()));
        }
        ids.put(Kind.ITEMSTAT, ids(known.itemStats().all()));
        ids.put(Kind.UPGRADE, ids(known.upgrades().all()));
        int batches = ids.values().stream()
                .mapToInt(some -> (some.size() + BATCH - 1) / BATCH)
                .sum();
        progress.expect(Language.values().length * (batches + 2));
    }

    Answers fetch(Language language) throws OfficialApiFault, InterruptedException {
        var byKind = new EnumMap<Kind, Map<Integer, Shape>>(Kind.class);
        for (var kind : Kind.values()) {
            var told = api.all(kind.path, ids.get(kind), language.code(), progress::step);
            byKind.put(kind, Answers.byId(told.stream()));
            requireEnough(kind, byKind.get(kind));
        }
        return new Answers(byKind, professions(language), legends(language));
    }

    private Map<String, Shape> professions(Language language) throws OfficialApiFault, InterruptedException {
        var professions = new HashMap<String, Shape>();
        everything("/v2/professions", language)
                .forEach(shape -> shape.at("id").text().ifPresent(id -> professions.put(id, shape)));
        if (!professions
                .keySet()
                .containsAll(known.professions().stream()
                        .map(profession -> profession.id())
                        .toList())) {
            throw tooLittle("professions");
        }
        return professions;
    }

    private Map<Integer, Shape> legends(Language language) throws OfficialApiFault, InterruptedException {
        var legends = new HashMap<Integer, Shape>();
        everything("/v2/legends", language)
                .forEach(shape -> shape.at("code").number().ifPresent(code -> legends.put(code, shape)));
        return legends;
    }

    private Stream<Shape> everything(String path, Language language) throws OfficialApiFault, InterruptedException {
        var all = new ArrayList<>(
                api.get(path, Map.of("ids", "all", "lang", language.code())).items());
        progress.step();
        return all.stream();
    }

    private void requireEnough(Kind kind, Map<Integer, Shape> told) {
        var wanted = ids(facts(kind));
        long found = wanted.stream().filter(told::containsKey).count();
        if (found < ENOUGH * wanted.size()) throw tooLittle(kind.name().toLowerCase(java.util.Locale.ROOT) + "s");
    }

    private static IllegalStateException tooLittle(String what) {
        return new IllegalStateException("The official API tells hardly any of the " + what
                + " that there were: it is being repaired, or this is another API. Nothing was changed. "
                + "Look at catalogue.address, and try again tomorrow.");
    }

    private List<? extends Named> facts(Kind kind) {
        return switch (kind) {
            case SPECIALIZATION -> known.specializations().all();
            case TRAIT -> known.traits().all();
            case SKILL ->
                known.skills().all().stream()
                        .filter(skill -> !skill.professions().isEmpty())
                        .toList();
            case PET -> known.pets().all();
            case ITEMSTAT -> known.itemStats().all();
            case UPGRADE -> known.upgrades().all();
        };
    }

    private static List<Integer> ids(List<? extends Named> facts) {
        return facts.stream().map(Named::id).toList();
    }
}
