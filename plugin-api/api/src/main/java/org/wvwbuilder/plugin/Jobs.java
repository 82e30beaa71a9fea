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
     * @return false when there is no such job or it runs already
     */
    boolean run(String plugin, String name);

    /** The newest runs of a job, at most {@code limit}. */
    List<Run> runs(String plugin, String name, int limit);

    /** @param schedule as an operator would write it: {@code 0 2 * * 0} or {@code every PT1H} */
    record JobStatus(
            String plugin, String name, Text title, String schedule, Optional<Instant> next, Optional<Run> last) {}

    /**
     * One run.
     *
     * @param outcome running, succeeded, failed or lost (the server ended meanwhile)
     * @param detail what the job told, or why it failed
     */
    record Run(String id, Instant started, Optional<Instant> ended, String outcome, String detail) {}
}
