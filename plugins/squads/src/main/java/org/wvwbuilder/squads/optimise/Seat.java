package org.wvwbuilder.squads.optimise;

/** A player in a subgroup, playing a build. */
public record Seat(String player, String build) {

    @Override
    public String toString() {
        return player + ":" + build;
    }
}
