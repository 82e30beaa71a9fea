package org.wvwbuilder.squads.composition;

import org.wvwbuilder.plugin.Doc;

@Doc("A place in a subgroup; either may be empty while somebody plans.")
public record Slot(
        String player,
        @Doc("The id of an archetype or a saved build.") String build) {

    public Slot {
        player = player == null ? "" : player.strip();
        build = build == null ? "" : build.strip();
    }
}
