package org.wvwbuilder.squads.archetype;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of build, judged by what it gives.
 *
 * @param id lower-case words joined by dashes: {@code firebrand-heal}
 * @param capabilities from 1 (incidental) to 3 (a main source for five); what it does not give is left out
 * @param judged when the strengths were last looked at
 */
public record Archetype(
        String id,
        String specialization,
        int specializationId,
        String profession,
        String role,
        Map<Capability, Integer> capabilities,
        Confidence confidence,
        List<String> sources,
        LocalDate judged) {

    /** The strength of a main source. */
    public static final int MAIN = 3;

    public Archetype {
        var ordered = new EnumMap<Capability, Integer>(Capability.class);
        ordered.putAll(capabilities);
        for (int strength : ordered.values()) {
            if (strength < 1 || strength > MAIN) throw new IllegalArgumentException(id + ": strengths go from 1 to 3");
        }
        capabilities = Collections.unmodifiableMap(ordered);
        sources = List.copyOf(sources);
    }

    /** 0 to 3. */
    public int strength(Capability capability) {
        return capabilities.getOrDefault(capability, 0);
    }

    /** Melee and ranged damage together, 0 to 6. */
    public int damage() {
        return strength(Capability.MELEE_DAMAGE) + strength(Capability.RANGED_DAMAGE);
    }
}
