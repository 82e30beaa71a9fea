package org.wvwbuilder.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Fills an empty database with a believable guild. Offered by every plugin that has something to show.
 *
 * {@snippet lang=java :
 * record DemoNotes(List<String> notes) implements DemoData {
 *     public boolean empty() {
 *         return notes.isEmpty();
 *     }
 *
 *     public Map<String, Integer> fill(Guild guild, Consumer<String> progress) {
 *         var chance = new Random(guild.seed());
 *         for (var person : guild.people()) {
 *             notes.add(person.username() + " is " + (chance.nextBoolean() ? "here" : "away"));
 *         }
 *         progress.accept("notes written");
 *         return Map.of("notes", notes.size());
 *     }
 * }
 * }
 */
@API(status = API.Status.EXPERIMENTAL, since = "1.0")
public interface DemoData {

    /** True when the plugin has nothing yet that a person made. */
    boolean empty();

    /**
     * Writes its share; the same guild gives the same rows.
     *
     * @param progress takes one line now and then
     * @return how many of what it made: {@code builds=50000}
     */
    Map<String, Integer> fill(Guild guild, Consumer<String> progress);

    /**
     * The guild to make.
     *
     * @param seed of every random choice
     * @param people account ids and usernames, the administrator first; the plugin of the accounts creates them
     * @param password of the administrator's account
     * @param builds how many builds to make
     * @param compositions how many compositions to make
     */
    record Guild(long seed, List<Person> people, String password, int builds, int compositions) {
        public Guild {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody of the guild.
     *
     * @param id of the account
     * @param role one of {@link Roles}
     */
    record Person(String id, String username, String email, String role) {}
}
