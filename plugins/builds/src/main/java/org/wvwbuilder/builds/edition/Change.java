package org.wvwbuilder.builds.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
    /** The kinds of facts, as a report names them. */
    public static final List<String> KINDS =
            List.of("specialization", "trait", "skill", "legend", "pet", "itemstat", "upgrade");

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

        public static Optional<What> of(String word) {
            return Stream.of(values())
                    .filter(what -> what.toString().equals(word))
                    .findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
