package org.wvwbuilder.plugin;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apiguardian.api.API;

/**
 * Something that a plugin adds to the server. Only the server switches over this type, so a new kind may join in any
 * minor release.
 */
@API(status = API.Status.STABLE, since = "1.0")
public sealed interface Contribution {

    /**
     * A Jakarta REST resource with {@code @Path}, mounted below {@code /api/v1/}. The plugin built it; nothing is
     * injected into its fields. Every resource method states its access with {@code @RolesAllowed}, {@code @PermitAll}
     * or {@code @DenyAll}, else the plugin does not start. Method parameters may be {@code @Context Caller}.
     */
    record Resource(Object resource) implements Contribution {}

    /** A job that the server runs on a schedule and on request, never twice at once. */
    record Job(String name, Text title, Schedule schedule, Task task) implements Contribution {}

    /** A health check. Run at most every few seconds, with a deadline; its result is cached. */
    record Check(String name, HealthCheck check) implements Contribution {}

    /**
     * Adds {@code gw2 <name>}. The name is also listed in {@link PluginModule#commands()}. A single subcommand with an
     * empty name is the command itself: {@code gw2 logs -f}.
     */
    record Command(String name, String summary, List<Subcommand> subcommands) implements Contribution {
        public Command {
            subcommands = List.copyOf(subcommands);
        }
    }

    /** A value to be read at any time, shown at {@code /metrics} as {@code wvw_<plugin>_<name>_<unit>}. */
    record Gauge(String name, String unit, String description, DoubleSupplier value) implements Contribution {}

    /**
     * A part of the web console: an ES module below {@code META-INF/wvw/ui/} of the plugin's jar whose default export is
     * a custom element class. The console sets {@code console} (API client, locale, navigation) on each element.
     *
     * @param id lower-case words joined by dashes, unique in the plugin; the page's address is {@code /<id>}
     * @param slot where it stands
     * @param script file name below {@code META-INF/wvw/ui/}
     * @param icon name of one of the console's icons
     * @param roles who sees it; empty: everybody, also before signing in
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
     */
    record Site(String folder) implements Contribution {}

    /** Tells the server who is calling. Exactly one plugin contributes it. */
    record Authentication(Authenticator authenticator) implements Contribution {}

    /** Lends an implementation of an interface of the plugin API to the other plugins. */
    record Offer<T>(Class<T> contract, T implementation) implements Contribution {}

    /** Listens to one type of event, or to all with {@code Event.class}. */
    record Subscription<E extends Event>(Class<E> type, EventHandler<? super E> handler) implements Contribution {}

    /** The work of a {@link Job}. */
    @FunctionalInterface
    interface Task {
        /** @return one line about what was done, for the job's record */
        String run() throws Exception;
    }

    /** Receives the events of a {@link Subscription}, one at a time. */
    @FunctionalInterface
    interface EventHandler<E extends Event> {
        void on(E event) throws Exception;
    }
}
