package org.wvwbuilder.squads.archetype;

import java.util.Locale;

/** How much of a judgement a page backs that somebody can read. */
public enum Confidence {
    SOURCED,
    SOURCED_WEAK,
    GUESS;

    static Confidence named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
