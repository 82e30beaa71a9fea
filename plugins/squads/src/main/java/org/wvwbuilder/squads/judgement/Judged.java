package org.wvwbuilder.squads.judgement;

import java.time.Instant;
import java.util.Optional;

/**
 * A shipped row, or one that the guild changed or added.
 *
 * @param shipped true where the guild changed nothing
 * @param gameBuild the number of the game's build that it was judged at; 0 where nobody said
 * @param by account id of whoever changed it last
 * @param version 0 for a shipped row
 */
record Judged<T>(T value, boolean shipped, long gameBuild, Optional<String> by, Optional<Instant> at, long version) {

    /** As somebody of the guild wants it, before it is kept. */
    static <T> Judged<T> wanted(T value, long gameBuild) {
        return new Judged<>(value, false, gameBuild, Optional.empty(), Optional.empty(), 0);
    }

    static <T> Judged<T> shipped(T value) {
        return new Judged<>(value, true, 0, Optional.empty(), Optional.empty(), 0);
    }
}
