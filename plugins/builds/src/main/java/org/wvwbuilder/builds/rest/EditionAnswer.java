package org.wvwbuilder.builds.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.builds.edition.Fetched;
import org.wvwbuilder.plugin.Doc;

/** An edition in the list, with the size of its report. */
@Doc("An edition of the catalogue that was fetched from the official API, and how much it changed.")
public record EditionAnswer(
        String id,
        @Doc("The month in which it was fetched.") String version,
        @Doc("The game's build number then.") Optional<Integer> gameBuild,
        @Doc("SHA-256 of the facts.") String digest,
        Instant madeAt,
        @Doc("When the official API last told the same.") Instant checkedAt,

        @Doc("How many facts are new, renamed, changed, gone, back.")
        Map<String, Long> changes) {

    /** @param changes how many there are of which sort */
    public static EditionAnswer of(Fetched edition, Map<String, Long> changes) {
        return new EditionAnswer(
                edition.id(),
                edition.version(),
                edition.gameBuild(),
                edition.digest(),
                edition.madeAt(),
                edition.checkedAt(),
                changes);
    }
}
