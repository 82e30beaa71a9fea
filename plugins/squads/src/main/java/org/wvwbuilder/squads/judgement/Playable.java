package org.wvwbuilder.squads.judgement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.judgement.Playables.Known;

@Doc("What an id that players list stands for.")
public record Playable(
        @Doc("The id of an archetype or a saved build.") String id,

        @Doc("What people call it: the build's name, or the archetype's id in words.")
        String label,

        String profession,
        String specialization,
        String role,

        @Doc("Capability to strength, 1 to 3, as the guild judges today.")
        Map<String, Integer> capabilities) {

    /** Those of the ids of which something is known, each once, in their order. */
    public static List<Playable> of(Collection<String> ids, Known known) {
        return ids.stream()
                .distinct()
                .map(id -> known.find(id).map(archetype -> of(archetype, known)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Playable of(Archetype archetype, Known known) {
        var strengths = new LinkedHashMap<String, Integer>();
        archetype.capabilities().forEach((capability, strength) -> strengths.put(capability.key(), strength));
        return new Playable(
                archetype.id(),
                known.label(archetype.id()),
                archetype.profession(),
                archetype.specialization(),
                archetype.role(),
                strengths);
    }
}
