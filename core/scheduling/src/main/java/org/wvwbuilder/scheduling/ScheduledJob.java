package org.wvwbuilder.scheduling;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.wvwbuilder.plugin.Contribution;

/**
 * A job at work.
 *
 * @param owner the id of its plugin, or {@code server}
 * @param since when this schedule was first seen, on whichever node
 * @param surroundings how a call into the owner is made
 */
record ScheduledJob(String owner, Contribution.Job job, Timing timing, Instant since, Surroundings surroundings) {

    /** Makes a call with what the owner expects around it. */
    @FunctionalInterface
    interface Surroundings {
        String call(String job, Callable<String> work) throws Exception;
    }

    /** What the tables call it. */
    String id() {
        return id(owner, job.name());
    }

    static String id(String owner, String name) {
        return owner + "/" + name;
    }

    String run() throws Exception {
        return surroundings.call(job.name(), job.task()::run);
    }
}
