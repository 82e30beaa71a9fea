package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Fetched;
import org.wvwbuilder.builds.edition.Synchronisation;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** Fetching the catalogue from the official API. */
@Path("catalogue/sync")
@Produces("application/json")
public final class SyncResource {
    public static final String JOB = "catalogue-sync";
    private static final String PLUGIN = "builds";
    private static final String OFF = "off";

    private final String schedule;
    private final boolean enabled;
    private final Synchronisation sync;
    private final Editions editions;
    private final Builds builds;
    private final Supplier<Optional<Jobs>> jobs;

    /** @param schedule off, daily or weekly */
    SyncResource(
            String schedule, Synchronisation sync, Editions editions, Builds builds, Supplier<Optional<Jobs>> jobs) {
        this.schedule = schedule;
        this.enabled = !schedule.equals(OFF);
        this.builds = builds;
        this.sync = sync;
        this.editions = editions;
        this.jobs = jobs;
    }

    @Doc("How far fetching the catalogue has come, and how it went last.")
    public record Status(
            @Doc("False while catalogue.sync is off.") boolean enabled,

            @Doc("How often it is fetched: off, daily, weekly.")
            String schedule,

            @Doc("When it is fetched next; null while that is off.")
            Optional<Instant> next,

            boolean running,

            @Doc("Requests to the official API that were answered.")
            int done,

            @Doc("All requests of this run; 0 until that is known.")
            int total,

            @Doc("Null while the shipped catalogue is in force.")
            Optional<Fetched> edition,

            Optional<Jobs.Run> last,

            @Doc("Builds of everybody that are to be looked at, since they use what changed.")
            long needReview) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("How far fetching the catalogue has come, and how it went last")
    public Status status() {
        var progress = sync.progress();
        return new Status(
                enabled,
                schedule,
                next(),
                progress.running(),
                progress.done(),
                progress.total(),
                editions.fetched(),
                last(),
                builds.marked());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Fetches the catalogue from the official API now, and compares all of it",
            status = 202,
            answer = Status.class,
            problems = 409)
    public Response start() {
        if (!enabled) {
            throw new Problem(
                    409,
                    "catalogue-sync-off",
                    "This server may not ask the official API. Set catalogue.sync to daily or weekly and start it again.");
        }
        sync.ask();
        if (!jobs.get().map(all -> all.run(PLUGIN, JOB)).orElse(false)) {
            throw new Problem(409, "job-running", "The catalogue is being fetched already: wait until that has ended.");
        }
        return Response.accepted(status()).build();
    }

    private Optional<Instant> next() {
        if (!enabled) return Optional.empty();
        return jobs.get().stream()
                .flatMap(all -> all.all().stream())
                .filter(job -> job.plugin().equals(PLUGIN) && job.name().equals(JOB))
                .findFirst()
                .flatMap(Jobs.JobStatus::next);
    }

    private Optional<Jobs.Run> last() {
        if (!enabled) return Optional.empty();
        return jobs.get().flatMap(all -> all.runs(PLUGIN, JOB, 1).stream().findFirst());
    }
}
