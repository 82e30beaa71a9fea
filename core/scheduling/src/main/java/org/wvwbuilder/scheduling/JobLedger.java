package org.wvwbuilder.scheduling;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Text;

/** The jobs as a command beside the server sees them: it reads their record, and leaves word which one is to run. */
public final class JobLedger implements Jobs {
    private final RunStore store;
    private final Desk desk;

    private JobLedger(RunStore store, Desk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** @throws Fault when the tables of jobs cannot be used */
    public static JobLedger of(Databases databases, InstantSource clock) throws Fault {
        databases.migrate(SchedulingHost.owner());
        return new JobLedger(new RunStore(databases.database(), clock), new Desk(databases.database(), clock));
    }

    @Override
    public List<JobStatus> all() {
        var last = store.last();
        return desk.notices().stream()
                .map(notice -> new JobStatus(
                        notice.job().substring(0, notice.job().indexOf('/')),
                        notice.job().substring(notice.job().indexOf('/') + 1),
                        new Text(notice.title(), notice.title()),
                        notice.schedule(),
                        Optional.of(notice.next()),
                        Optional.ofNullable(last.get(notice.job()))))
                .toList();
    }

    /** Asks the server, which looks every other second. */
    @Override
    public boolean run(String plugin, String name, String by) {
        var job = all().stream()
                .filter(known -> known.plugin().equals(plugin) && known.name().equals(name))
                .findFirst();
        if (job.isEmpty()
                || job.get()
                        .last()
                        .filter(run -> run.outcome().equals("running"))
                        .isPresent()) {
            return false;
        }
        return desk.ask(ScheduledJob.id(plugin, name), by);
    }

    @Override
    public List<Run> runs(String plugin, String name, int limit, Optional<String> before) {
        return store.newest(ScheduledJob.id(plugin, name), limit, before);
    }
}
