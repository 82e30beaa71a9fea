package org.wvwbuilder.scheduling;

import java.time.Instant;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;

/**
 * A job at work.
 *
 * @param since when this schedule was first seen, on whichever node
 */
record ScheduledJob(PluginHandle plugin, Contribution.Job job, Timing timing, Instant since) {

    /** What the tables call it. */
    String id() {
        return id(plugin.id(), job.name());
    }

    static String id(String plugin, String name) {
        return plugin + "/" + name;
    }

    String run() throws Exception {
        return plugin.call(job.task()::run);
    }
}
