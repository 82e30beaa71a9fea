package org.wvwbuilder.squads.roster;

import java.util.List;

/**
 * A player of a roster.
 *
 * @param builds ids of archetypes or saved builds, the dearest first
 * @param present whether they are here tonight
 */
public record RosterEntry(String id, String player, List<String> builds, String note, boolean present) {

    public RosterEntry {
        builds = List.copyOf(builds);
    }
}
