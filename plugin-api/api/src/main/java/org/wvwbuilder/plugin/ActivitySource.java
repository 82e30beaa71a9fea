package org.wvwbuilder.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Tells the dashboard what it did not see happen. Offered by every plugin that keeps something a person makes.
 *
 * {@snippet lang=java :
 * record NoteActivity(Map<String, List<ActivitySource.Activity>> byAuthor) implements ActivitySource {
 *     public Map<String, Long> totals(Identity person) {
 *         return Map.of("notes", (long) of(person).size());
 *     }
 *
 *     public long between(Identity person, Instant after, Instant upTo) {
 *         return of(person).stream()
 *                 .filter(one -> one.timestamp().isAfter(after) && !one.timestamp().isAfter(upTo))
 *                 .count();
 *     }
 *
 *     public List<Activity> newest(Identity person, int limit) {
 *         return of(person).stream().limit(limit).toList();
 *     }
 *
 *     private List<Activity> of(Identity person) {
 *         return byAuthor.getOrDefault(person.id(), List.of());
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface ActivitySource {

    /** How many the person has: {@code {"builds": 12}}. Must be answered from an index. */
    Map<String, Long> totals(Identity person);

    /** How many of the person's newest things, a few thousand at most, are of which profession: {@code Guardian}. */
    default Map<String, Long> professions(Identity person) {
        return Map.of();
    }

    /** How many of the person's activities are later than one instant and not later than the other. Must be answered from an index. */
    long between(Identity person, Instant after, Instant upTo);

    /** The person's newest activities, newest first, at most {@code limit}. */
    List<Activity> newest(Identity person, int limit);

    /**
     * Something that a person did.
     *
     * @param id of the thing; unique among those of this type
     * @param type lower-case words joined by dashes: {@code build-saved}
     * @param title a few words: the thing's name
     * @param description one sentence, may be empty
     * @param timestamp when it was done
     */
    record Activity(String id, String type, String title, String description, Instant timestamp) {}
}
