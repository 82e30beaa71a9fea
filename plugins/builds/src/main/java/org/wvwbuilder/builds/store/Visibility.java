package org.wvwbuilder.builds.store;

import java.util.Locale;

/** Who may see a build beside its owner. */
public enum Visibility {
    PRIVATE,
    TEAM,
    PUBLIC;

    /** As it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Visibility of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
