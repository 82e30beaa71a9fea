package org.wvwbuilder.kernel;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.PluginContext;

/** What one plugin is lent. */
record Context(
        String id,
        Record config,
        Database database,
        Path directory,
        InstantSource clock,
        System.Logger log,
        boolean serving,
        Lendings lendings)
        implements PluginContext {

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(config);
    }

    @Override
    public void publish(Event event) {
        lendings.events().publish(event);
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        return lendings.offers().find(contract).stream().findFirst();
    }

    @Override
    public <T> List<T> findAll(Class<T> contract) {
        return lendings.offers().find(contract);
    }

    @Override
    public void announce(String line) {
        lendings.announcements().accept(line);
    }
}
