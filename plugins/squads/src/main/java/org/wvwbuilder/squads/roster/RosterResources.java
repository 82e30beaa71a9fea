package org.wvwbuilder.squads.roster;

import java.time.InstantSource;
import java.util.List;
import org.wvwbuilder.squads.judgement.Playables;

/** The resources of this package. */
public final class RosterResources {

    private RosterResources() {}

    public static List<Object> of(Rosters rosters, Playables playables, InstantSource clock) {
        return List.of(
                new RosterResource(rosters, playables, clock),
                new EntryResource(rosters, new EntryChanges(rosters, playables, clock)));
    }
}
