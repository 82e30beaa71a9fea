package org.wvwbuilder.builds.catalogue;

import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** Which state of the game a catalogue describes. */
public record Edition(
        @Doc("The month of the facts.") String version,
        @Doc("The game's build number, where it is known.") Optional<Integer> gameBuild,
        @Doc("SHA-256 of the facts.") String digest,
        @Doc("How many of each kind.") Map<String, Integer> counts) {}
