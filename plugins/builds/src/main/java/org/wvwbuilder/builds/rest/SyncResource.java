package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Fetched;
import org.wvwbuilder.builds.edition.Synchronisation;
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

    private final boolean enabled;
    private final Synchronisation sync;
    private final Editions editions;
    private final Supplier<Optional<Jobs>> jobs;

    SyncResource(boolean enabled, Synchronisation sync, Editions editions, Supplier<Optional<Jobs>> jobs) {
        this.enabled = enabled;
        this.sync = sync;
        this.editions = editions;
        this.jobs = jobs;
    }

    @Doc("How far fetching the catalogue has come, and how it went last.")
    public record Status(
            @Doc("False while catalogue.sync is off.") boolean enabled,
            boolean running,

            @Doc("Requests to the official API that were answered.")
            int done,

            @Doc("All requests of this run; 0 until that is known.")
            int total,

            @Doc("Null while the shipped catalogue is in force.")
            Optional<Fetched> edition,

            Optional<Jobs.Run> last) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("How far fetching the catalogue has come, and how it went last")
    public Status status() {
        var progress = sync.progress();
        return new Status(enabled, progress.running(), progress.done(), progress.total(), editions.fetched(), last());
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

    private Optional<Jobs.Run> last() {
        if (!enabled) return Optional.empty();
        return jobs.get().flatMap(all -> all.runs(PLUGIN, JOB, 1).stream().findFirst());
    }
}
