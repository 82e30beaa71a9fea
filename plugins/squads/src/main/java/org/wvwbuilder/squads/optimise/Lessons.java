package org.wvwbuilder.squads.optimise;

import java.util.List;

/**
 * Who should learn what: the shortest list of builds that would make every rule hold, or as much of the rules as can be.
 *
 * @param learn in the order of the roster; empty when nothing helps or nothing is missing
 * @param complete whether every rule would hold
 * @param minimal whether it is proven that no shorter list does as much
 * @param score of the squad that had learned all this
 */
public record Lessons(List<Lesson> learn, boolean complete, boolean minimal, Score score) {

    public Lessons {
        learn = List.copyOf(learn);
    }

    /**
     * One build for one player.
     *
     * @param sameProfession whether it belongs to a profession that they play already
     */
    public record Lesson(String player, String build, boolean sameProfession) {}

    /** Which builds may be taught. */
    public enum Reach {
        /** Those of professions that a player plays already. */
        OWN_PROFESSIONS,
        /** All; of equally short lists rather one with builds of professions played already. */
        ANY_PROFESSION
    }
}
