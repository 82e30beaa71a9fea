package org.wvwbuilder.builds.edition;

import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** One difference between an edition and the one before. */
@Doc("One difference between an edition and the one before.")
public record Change(
        @Doc("specialization, trait, skill, legend, pet, itemstat, upgrade")
        String kind,

        int id,
        @Doc("new, renamed, changed, gone, back") What what,
        Optional<String> before,
        Optional<String> after) {

    /** What became of a fact. */
    public enum What {
        NEW,
        RENAMED,
        /** It stands elsewhere, or does something else. */
        CHANGED,
        /** The official API no longer tells it. */
        GONE,
        /** It was gone, and is told again. */
        BACK;

        /** Whether builds that use it are to be looked at. */
        boolean matters() {
            return this == RENAMED || this == CHANGED || this == GONE;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
