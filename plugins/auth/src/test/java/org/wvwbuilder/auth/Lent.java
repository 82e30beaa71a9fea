package org.wvwbuilder.auth;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.PluginContext;

/** What the plugin is lent in tests, and what it said. */
public record Lent(
        Database database,
        Path directory,
        InstantSource clock,
        AuthSettings settings,
        boolean serving,
        List<Event> events,
        List<String> announcements,
        List<PersonalData> others)
        implements PluginContext {

    Lent(Database database, Path directory, InstantSource clock, AuthSettings settings, boolean serving) {
        this(
                database,
                directory,
                clock,
                settings,
                serving,
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>());
    }

    @Override
    public String id() {
        return "auth";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(settings);
    }

    @Override
    public System.Logger log() {
        return System.getLogger("plugin.auth");
    }

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        return Optional.empty();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return others.stream().filter(contract::isInstance).map(contract::cast).toList();
    }

    @Override
    public void announce(String line) {
        announcements.add(line);
    }
}
