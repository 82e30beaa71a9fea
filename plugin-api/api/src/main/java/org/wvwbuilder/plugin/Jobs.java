package org.wvwbuilder.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** The jobs of all plugins. Offered by the server: {@code context.find(Jobs.class)}. */
@API(status = API.Status.STABLE, since = "1.0")
public interface Jobs {

    /** All jobs, by plugin and name. */
    List<JobStatus> all();

    /**
     * Starts a job now, beside its schedule.
     *
     * @param by who asked for it: the id of an account
     * @return false when there is no such job or it runs already
     */
    boolean run(String plugin, String name, String by);

    /** The same for somebody without an account. */
    default boolean run(String plugin, String name) {
        return run(plugin, name, "");
    }

    /**
     * The newest runs of a job, at most {@code limit}. The last hundred of each job are kept.
     *
     * @param before only runs older than the one with this id
     */
    List<Run> runs(String plugin, String name, int limit, Optional<String> before);

    /** The newest runs of a job, at most {@code limit}. */
    default List<Run> runs(String plugin, String name, int limit) {
        return runs(plugin, name, limit, Optional.empty());
    }

    /**
     * @param plugin its id, or {@code server}
     * @param schedule as an operator would write it: {@code 0 2 * * 0} or {@code every PT1H}
     */
    record JobStatus(
            String plugin, String name, Text title, String schedule, Optional<Instant> next, Optional<Run> last) {}

    /**
     * One run.
     *
     * @param scheduled the moment that the schedule named; empty when somebody started it by hand
     * @param outcome running, succeeded, failed or lost (the server ended meanwhile)
     * @param detail what the job told, or why it failed
     * @param cause schedule, missed (its moment passed while no server ran), retry (the run before was lost) or hand
     * @param by who started it by hand: the id of an account, or {@code command} for {@code gw2 jobs run}; else empty
     */
    record Run(
            String id,
            Optional<Instant> scheduled,
            Instant started,
            Optional<Instant> ended,
            String outcome,
            String detail,
            String cause,
            String by) {}
}
