package org.wvwbuilder.builds.edition;

import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** An edition of the catalogue that was fetched from the official API. */
@Doc("An edition of the catalogue that was fetched from the official API.")
public record Fetched(
        String id,
        @Doc("The month in which it was fetched.") String version,
        @Doc("The game's build number then.") Optional<Integer> gameBuild,
        @Doc("SHA-256 of the facts.") String digest,
        Instant madeAt,
        @Doc("When the official API last told the same.") Instant checkedAt) {}
