package org.wvwbuilder.plugin;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A plugin at work. Closing it is the only way that it stops, so there is no state to check.
 *
 * {@snippet lang=java :
 * record Watching(ScheduledExecutorService thread) implements OpenPlugin {
 *     public List<Contribution> contributions() {
 *         return List.of(new Contribution.Gauge("waiting", "tasks", "Tasks that wait", () -> 0));
 *     }
 *
 *     @Override
 *     public void close() {
 *         thread.shutdownNow();
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface OpenPlugin extends AutoCloseable {

    /** What the plugin adds to the server. Asked for once, right after {@link Plugin#open}. */
    List<Contribution> contributions();

    /**
     * Called after every contribution was withdrawn and every call into the plugin returned. Ends what the plugin began:
     * threads, files, sockets. Has ten seconds ({@code plugins.close-deadline}).
     */
    @Override
    default void close() {}

    /** A plugin that has nothing to close. */
    static OpenPlugin of(Contribution... contributions) {
        var all = List.of(contributions);
        return () -> all;
    }
}
