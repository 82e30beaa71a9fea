package org.wvwbuilder.squads;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.SavedBuilds;

/** What the plugin is lent in tests: people called anna, bob, cora and dan, and the builds that were put here. */
public record Lent(
        Database database,
        Path directory,
        InstantSource clock,
        List<Event> events,
        Map<String, SavedBuilds.Outline> builds)
        implements PluginContext {
    public static final Set<String> PEOPLE = Set.of("anna", "bob", "cora", "dan", "admin");

    Lent(Database database, Path directory, InstantSource clock) {
        this(database, directory, clock, new CopyOnWriteArrayList<>(), new HashMap<>());
    }

    /** The account id of one of the people. */
    public static String id(String person) {
        return person + "-id";
    }

    @Override
    public String id() {
        return "squads";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        throw new AssertionError("the plugin has no settings");
    }

    @Override
    public System.Logger log() {
        return System.getLogger("plugin.squads");
    }

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        if (contract == Accounts.class) return Optional.of(contract.cast(new Known()));
        if (contract == SavedBuilds.class) {
            SavedBuilds saved = (ids, account) -> {
                var seen = new HashMap<>(builds);
                seen.keySet().retainAll(Set.copyOf(ids));
                return seen;
            };
            return Optional.of(contract.cast(saved));
        }
        return Optional.empty();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return List.of();
    }

    @Override
    public void announce(String line) {
        throw new AssertionError("the plugin has nothing to announce");
    }

    @Override
    public boolean serving() {
        return true;
    }

    private static final class Known implements Accounts {
        @Override
        public Map<String, String> names(Collection<String> ids) {
            var names = new HashMap<String, String>();
            for (var person : PEOPLE) if (ids.contains(Lent.id(person))) names.put(Lent.id(person), person);
            return names;
        }

        @Override
        public Optional<String> id(String username) {
            var folded = username.toLowerCase(Locale.ROOT);
            return PEOPLE.contains(folded) ? Optional.of(Lent.id(folded)) : Optional.empty();
        }
    }
}
