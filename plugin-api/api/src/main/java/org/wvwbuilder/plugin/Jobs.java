package org.wvwbuilder.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The jobs of all plugins. Offered by the server: {@code context.find(Jobs.class)}.
 *
 * {@snippet lang=java :
 * var jobs = context.find(Jobs.class).orElseThrow();
 * jobs.runs("backup", "backup", 1).stream()
 *         .filter(run -> run.outcome().equals("failed"))
 *         .forEach(run -> context.log().log(System.Logger.Level.WARNING, "No backup: " + run.detail()));
 * }
 */
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
     * A job, when it runs and how it went.
     *
     * @param plugin its id, or {@code server}
     * @param schedule as an operator would write it: {@code 0 2 * * 0} or {@code every PT1H}
     * @param next when it runs next; empty for never
     * @param last its newest run, also one that goes on
     */
    record JobStatus(
            String plugin, String name, Text title, String schedule, Optional<Instant> next, Optional<Run> last) {}

    /**
     * One run. The words of {@code outcome} and {@code cause} are those of the REST contract; later versions may know more
     * of them.
     *
     * @param scheduled the moment that the schedule named; empty when somebody started it by hand
     * @param ended empty while it runs
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
