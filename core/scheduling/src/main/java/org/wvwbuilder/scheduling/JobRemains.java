package org.wvwbuilder.scheduling;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Database;

/** The record of jobs of plugins that may be gone. */
public final class JobRemains {
    private final Database database;

    private JobRemains(Database database) {
        this.database = database;
    }

    /** @throws Fault when the tables of jobs cannot be used */
    public static JobRemains of(Databases databases) throws Fault {
        databases.migrate(SchedulingHost.owner());
        return new JobRemains(databases.database());
    }

    /** The ids of all plugins whose jobs are on record, each with how many runs of them are; 0 where none ever ran. */
    public SortedMap<String, Long> runs() {
        return database.read(connection -> {
            var runs = new TreeMap<String, Long>();
            try (var rows = RunStore.query(connection, """
                    select job, 0 from jobs_job union all select job, count(*) from jobs_run group by job
                    """)) {
                while (rows.next()) {
                    var job = rows.getString(1);
                    runs.merge(job.substring(0, job.indexOf('/')), rows.getLong(2), Long::sum);
                }
            }
            runs.remove(SchedulingHost.SERVER);
            return runs;
        });
    }

    /** Deletes all that is on record of a plugin's jobs. */
    public void forget(String plugin) {
        database.write(connection -> {
            for (var table : List.of("jobs_request", "jobs_run", "jobs_job")) {
                RunStore.update(connection, "delete from " + table + " where job like ?", plugin + "/%");
            }
            return plugin;
        });
    }
}
