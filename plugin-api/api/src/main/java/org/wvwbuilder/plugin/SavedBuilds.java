package org.wvwbuilder.plugin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Looks saved builds up. Offered by the plugin that keeps them.
 *
 * {@snippet lang=java :
 * var ids = List.of("0197c0de-0000-7000-8000-000000000001");
 * var builds = context.find(SavedBuilds.class)
 *         .map(saved -> saved.seen(ids, caller.user().id()))
 *         .orElse(Map.of());
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface SavedBuilds {

    /** Those of these builds that an account may see, by id; the others are left out. */
    Map<String, Outline> seen(Collection<String> ids, String account);

    /**
     * What a build is, in short.
     *
     * @param profession as in the official API: {@code Guardian}
     * @param specializations the ids of those chosen, the elite one last
     * @param role in its author's words: {@code healer}; may be empty
     */
    record Outline(String id, String name, String profession, List<Integer> specializations, String role) {
        public Outline {
            specializations = List.copyOf(specializations);
        }
    }
}
