package org.wvwbuilder.plugin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the server lends a plugin. All of it ends with the plugin.
 *
 * {@snippet lang=java :
 * public final class Heartbeat implements Plugin {
 *     @Override
 *     public OpenPlugin open(PluginContext context) {
 *         if (!context.serving()) return OpenPlugin.of();
 *         var begun = context.clock().instant();
 *         context.announce("The heartbeat began at " + begun);
 *         return OpenPlugin.of(new Contribution.Gauge("age", "seconds", "Since the start",
 *                 () -> Duration.between(begun, context.clock().instant()).toSeconds()));
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface PluginContext {

    /** The id from {@link PluginModule#id()}. */
    String id();

    /**
     * The configuration record named in {@link PluginModule#config()}, bound and valid.
     *
     * @throws ClassCastException when it is of another type
     */
    <C extends Record> C config(Class<C> type);

    /**
     * The server's database, migrated. A plugin touches only tables that carry its id as prefix.
     * In a command of a plugin that says {@link PluginModule#database database = false} every use of it fails with an
     * IllegalStateException.
     */
    Database database();

    /** A folder of the plugin's own below {@code data.directory}, present and writable. */
    Path directory();

    /** The clock to use for everything, so that tests can steer it. */
    InstantSource clock();

    /** A log named after the plugin. */
    System.Logger log();

    /**
     * Tells every subscriber of the event's type, asynchronously and at most once. Never blocks: what a subscriber whose
     * queue is full misses is lost for it.
     */
    void publish(Event event);

    /** An interface that another plugin or the server offers. Look it up when it is needed, not when opening. */
    <T> Optional<T> find(Class<T> contract);

    /** Every offer of an interface, in the order of the plugins' ids. */
    <T> List<T> findAll(Class<T> contract);

    /**
     * Prints one line to the operator's terminal once the server is ready. The line is never logged: this is the one
     * way to hand over a one-time secret.
     */
    void announce(String line);

    /**
     * True in the server, false in the process of a {@link Subcommand}, which opens the plugin for one action: there it
     * must leave alone what belongs to the server's life, such as one-time secrets to {@link #announce}.
     */
    boolean serving();
}
