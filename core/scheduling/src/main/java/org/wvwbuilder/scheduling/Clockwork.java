package org.wvwbuilder.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.function.BiConsumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.wvwbuilder.plugin.Uuid7;

/** Calls back when a job's moment has come, by Quartz. Each call is armed for one moment; the next is armed after it. */
final class Clockwork implements AutoCloseable {
    private static final String MOMENT = "moment";

    private final Scheduler quartz;
    private final InstantSource clock;

    /** @param due takes the job's id and its moment, on a thread of its own, for a job once at a time */
    Clockwork(InstantSource clock, BiConsumer<String, Instant> due) throws SchedulerException {
        this.clock = clock;
        // Quartz keeps its schedulers by name in one place of the process.
        String name = "jobs-" + Uuid7.next(clock);
        var factory = DirectSchedulerFactory.getInstance();
        factory.createScheduler(name, name, new Workers(), new RAMJobStore());
        quartz = factory.getScheduler(name);
        // Ours needs no constructor that Quartz could reach.
        quartz.setJobFactory((fired, scheduler) -> new Call(due));
        quartz.start();
    }

    /** Replaces what was armed for the job, if anything. */
    void arm(String job, Instant moment, Duration delay) throws SchedulerException {
        var detail = JobBuilder.newJob(Call.class)
                .withIdentity(JobKey.jobKey(job))
                .storeDurably()
                .build();
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(job)
                .forJob(detail)
                .usingJobData(MOMENT, moment.toEpochMilli())
                // Quartz knows only the machine's clock: it gets the distance, measured on ours.
                .startAt(new Date(System.currentTimeMillis() + delay.toMillis()))
                .build();
        // At once: a server that is ended while it starts takes the job away meanwhile.
        quartz.scheduleJob(detail, Set.of(trigger), true);
    }

    void arm(String job, Instant moment) throws SchedulerException {
        var delay = Duration.between(clock.instant(), moment);
        arm(job, moment, delay.isNegative() ? Duration.ZERO : delay);
    }

    void disarm(String job) throws SchedulerException {
        quartz.deleteJob(JobKey.jobKey(job));
    }

    /** Ends without waiting: whoever is called back is the host's to wait for. */
    @Override
    public void close() throws SchedulerException {
        quartz.shutdown(false);
    }

    /** The one class of jobs that Quartz sees. */
    @DisallowConcurrentExecution
    private record Call(BiConsumer<String, Instant> due) implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            long moment = context.getMergedJobDataMap().getLong(MOMENT);
            due.accept(context.getJobDetail().getKey().getName(), Instant.ofEpochMilli(moment));
        }
    }
}
