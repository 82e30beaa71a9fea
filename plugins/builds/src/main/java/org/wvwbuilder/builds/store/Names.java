package org.wvwbuilder.builds.store;

import java.util.Locale;

/** Names in the form that comparisons in the database need. */
final class Names {

    private Names() {}

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** For LIKE with {@code ESCAPE '!'}: the wildcards stand for themselves. */
    static String escaped(String text) {
        return lower(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
