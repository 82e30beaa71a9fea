package org.wvwbuilder.webhooks;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.PluginContext;

/** What the plugin is lent in tests. Whoever's id is anna-id is called Anna; what is logged can be read. */
record Lent(Database database, Path directory, InstantSource clock, WebhooksSettings settings, List<String> logged)
        implements PluginContext {

    Lent(Database database, Path directory, InstantSource clock, WebhooksSettings settings) {
        this(database, directory, clock, settings, new CopyOnWriteArrayList<>());
    }

    @Override
    public String id() {
        return "webhooks";
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(settings);
    }

    @Override
    public System.Logger log() {
        return new System.Logger() {
            @Override
            public String getName() {
                return "test";
            }

            @Override
            public boolean isLoggable(Level level) {
                return true;
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
                logged.add(message + " " + thrown);
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
                logged.add(MessageFormat.format(format, parameters));
            }
        };
    }

    @Override
    public void publish(Event event) {
        throw new AssertionError("the plugin tells nothing");
    }

    @Override
    public <T> Optional<T> find(Class<T> contract) {
        if (contract != Accounts.class) return Optional.empty();
        Accounts accounts = ids -> {
            var names = new HashMap<String, String>();
            if (ids.contains("anna-id")) names.put("anna-id", "Anna");
            return names;
        };
        return Optional.of(contract.cast(accounts));
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
}
