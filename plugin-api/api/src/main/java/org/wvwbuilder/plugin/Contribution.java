package org.wvwbuilder.plugin;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apiguardian.api.API;

/**
 * Something that a plugin adds to the server. Only the server switches over this type, so a new kind may join in any
 * minor release.
 *
 * {@snippet lang=java :
 * var contributions = OpenPlugin.of(
 *         new Contribution.Gauge("kept", "notes", "Notes that are kept", () -> 42),
 *         new Contribution.Check("disk", HealthCheck.Health.Up::new),
 *         new Contribution.Job(
 *                 "forget",
 *                 new Text("Forgets old notes", "Oublie les vieilles notes"),
 *                 Schedule.cron("30 4 * * *"),
 *                 () -> "2 notes forgotten"));
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public sealed interface Contribution {

    /**
     * A Jakarta REST resource with {@code @Path}, mounted below {@code /api/v1/}. The plugin built it; nothing is
     * injected into its fields. Every resource method states its access with {@code @RolesAllowed}, {@code @PermitAll}
     * or {@code @DenyAll}, else the plugin does not start. Method parameters may be {@code @Context Caller}.
     */
    record Resource(Object resource) implements Contribution {}

    /**
     * A job that the server runs on a schedule and on request, never twice at once.
     *
     * @param name lower-case words joined by dashes, unique in the plugin: {@code gw2 jobs run notes/forget}
     * @param title what it does, for people
     */
    record Job(String name, Text title, Schedule schedule, Task task) implements Contribution {}

    /**
     * A health check. Run every five seconds, with a deadline of three; its result is cached.
     *
     * @param name lower-case words joined by dashes, unique in the plugin
     */
    record Check(String name, HealthCheck check) implements Contribution {}

    /**
     * Adds {@code gw2 <name>}. The name is also listed in {@link PluginModule#commands()}. A single subcommand with an
     * empty name is the command itself: {@code gw2 logs -f}.
     *
     * @param name lower-case words joined by dashes
     * @param summary one line, for {@code gw2 --help}
     */
    record Command(String name, String summary, List<Subcommand> subcommands) implements Contribution {
        public Command {
            subcommands = List.copyOf(subcommands);
        }
    }

    /**
     * A value to be read at any time, shown at {@code /metrics} as {@code wvw_<plugin>_<name>_<unit>}.
     *
     * @param name lower-case words joined by underscores, unique in the plugin
     * @param unit in the plural, a base unit where there is one: {@code seconds}, {@code bytes}, {@code notes}; empty for none
     * @param description one line
     * @param value must answer at once, from memory
     */
    record Gauge(String name, String unit, String description, DoubleSupplier value) implements Contribution {}

    /**
     * A part of the web console: an ES module below {@code META-INF/wvw/ui/} of the plugin's jar whose default export is
     * a custom element class. The console sets {@code console} (API client, locale, navigation) on each element.
     *
     * @param id lower-case words joined by dashes, unique in the plugin; the page's address is {@code /<id>}
     * @param slot where it stands
     * @param script file name below {@code META-INF/wvw/ui/}
     * @param icon name of one of the console's icons; another is refused, with a list of them
     * @param roles who sees it, of {@link Roles}; empty: everybody, also before signing in
     * @param order small numbers first
     */
    record Panel(String id, Text title, Slot slot, String script, String icon, Set<String> roles, int order)
            implements Contribution {
        /** The places that the console has. */
        public enum Slot {
            /** A page with an entry in the navigation. */
            PAGE,
            /** A page in the navigation's administration group. */
            ADMINISTRATION,
            /** A card on the home page. */
            HOME
        }

        public Panel {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * The web site at {@code /}: the files below {@code META-INF/wvw/ui/<folder>/}, with {@code index.html} answering
     * every path that is no file. At most one plugin contributes it.
     *
     * @param folder its name below {@code META-INF/wvw/ui/}
     */
    record Site(String folder) implements Contribution {}

    /** Tells the server who is calling. Exactly one plugin contributes it. */
    record Authentication(Authenticator authenticator) implements Contribution {}

    /**
     * Lends an implementation of an interface of the plugin API to the other plugins, which find it by
     * {@link PluginContext#find}. Whoever borrows it calls it in their own threads.
     */
    record Offer<T>(Class<T> contract, T implementation) implements Contribution {}

    /**
     * Listens to one type of event, or to all with {@code Event.class}. Each subscription has a queue of 1,000 events of
     * its own and a thread; what comes while the queue is full is dropped, and the log says so.
     */
    record Subscription<E extends Event>(Class<E> type, EventHandler<? super E> handler) implements Contribution {}

    /** The work of a {@link Job}. */
    @FunctionalInterface
    interface Task {
        /**
         * Does it. The thread is interrupted when it still runs twenty seconds after the
         * server began to stop.
         *
         * @return one line about what was done, for the job's record
         * @throws Exception when it failed: its message stands in the job's record
         */
        String run() throws Exception;
    }

    /** Receives the events of a {@link Subscription}, one at a time. */
    @FunctionalInterface
    interface EventHandler<E extends Event> {
        /** @throws Exception when it failed: the log says so, the event is not told again */
        void on(E event) throws Exception;
    }
}
