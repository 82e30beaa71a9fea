package org.wvwbuilder.squads.roster;

import java.util.List;
import java.util.Map;

/**
 * A player of a roster.
 *
 * @param builds ids of archetypes or saved builds, the dearest first
 * @param proficiency of builds: 1 learning, 2 practised; those left out are played fluently
 * @param gearMissing builds whose gear is not complete
 * @param present whether they are here tonight
 */
public record RosterEntry(
        String id,
        String player,
        List<String> builds,
        Map<String, Integer> proficiency,
        List<String> gearMissing,
        String note,
        boolean present) {

    public RosterEntry {
        builds = List.copyOf(builds);
        proficiency = Map.copyOf(proficiency);
        gearMissing = List.copyOf(gearMissing);
    }

    /** Ready for all of their builds. */
    public RosterEntry(String id, String player, List<String> builds, String note, boolean present) {
        this(id, player, builds, Map.of(), List.of(), note, present);
    }

    public Readiness readiness() {
        return new Readiness(proficiency, gearMissing);
    }
}
