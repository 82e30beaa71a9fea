package org.wvwbuilder.squads.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.squads.optimise.Entry;
import org.wvwbuilder.squads.web.Findings;

/**
 * How ready a player is for the builds that they list.
 *
 * @param proficiency build to 1 learning, 2 practised or 3 fluent, which is what a build counts as that is left out
 * @param gearMissing builds whose gear is not complete
 */
public record Readiness(Map<String, Integer> proficiency, List<String> gearMissing) {
    public static final Readiness FULL = new Readiness(Map.of(), List.of());
    private static final int FLUENT = 3;

    /** Places in the list of preferences that a step of proficiency counts. */
    private static final int STEP = 2;

    public Readiness {
        proficiency = proficiency == null ? Map.of() : new LinkedHashMap<>(proficiency);
        gearMissing = gearMissing == null ? List.of() : new ArrayList<>(gearMissing);
    }

    /** Names every place that is not right; pointers begin at the player's. */
    public void check(List<String> builds, String at, Findings findings) {
        var listed = Set.copyOf(builds.stream().filter(Objects::nonNull).toList());
        findings.check(proficiency.size() <= Entry.MOST_BUILDS, at + "/proficiency", "builds of the player");
        proficiency.entrySet().stream().limit(Entry.MOST_BUILDS).forEach(one -> {
            var where = at + "/proficiency/" + one.getKey().replace("~", "~0").replace("/", "~1");
            findings.check(listed.contains(one.getKey()), where, "a build that stands under builds");
            Integer level = one.getValue();
            findings.check(
                    level != null && level >= 1 && level <= FLUENT, where, "1 learning, 2 practised or 3 fluent");
        });
        findings.check(gearMissing.size() <= Entry.MOST_BUILDS, at + "/gear_missing", "builds of the player");
        for (int i = 0; i < Math.min(gearMissing.size(), Entry.MOST_BUILDS); i++) {
            var build = gearMissing.get(i);
            findings.check(
                    build != null && listed.contains(build),
                    at + "/gear_missing/" + i,
                    "a build that stands under builds");
        }
    }

    /** Whether the gear for a build is there. */
    public boolean geared(String build) {
        return !gearMissing.contains(build);
    }

    /** How far down the list of preferences a build counts that stands there. */
    public int distance(int place, String build) {
        int steps = FLUENT - proficiency.getOrDefault(build, FLUENT);
        return Math.min(Entry.MOST_BUILDS - 1, place + STEP * steps);
    }

    /** For one column of the database. */
    String levels() {
        return proficiency.entrySet().stream()
                .filter(one -> one.getValue() != FLUENT)
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Readiness of(String levels, String gearMissing) {
        var proficiency = new LinkedHashMap<String, Integer>();
        lines(levels).forEach(line -> {
            int equals = line.lastIndexOf('=');
            proficiency.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
        });
        return new Readiness(proficiency, lines(gearMissing).toList());
    }

    private static Stream<String> lines(String text) {
        return Stream.of(text.split("\n")).filter(line -> !line.isEmpty());
    }
}
