package org.wvwbuilder.health;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The jobs of all plugins: when they run, how they went, and starting one by hand. */
@Path("jobs")
public final class JobsResource {
    private final Server server;

    JobsResource(Server server) {
        this.server = server;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("All jobs, by plugin and name.")
    public Page<Jobs.JobStatus> list() {
        return new Page<>(server.jobs().all());
    }

    @POST
    @Path("{plugin}/{name}/run")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Starts a job now, beside its schedule.",
            status = 202,
            answer = Jobs.JobStatus.class,
            problems = {404, 409})
    public Response run(@PathParam("plugin") String plugin, @PathParam("name") String name, @Context Caller caller) {
        job(plugin, name);
        if (!server.jobs().run(plugin, name, caller.identity().orElseThrow().id())) {
            throw new Problem(409, "job-running", "This job runs already: wait until it has ended.");
        }
        return Response.accepted(job(plugin, name)).build();
    }

    @GET
    @Path("{plugin}/{name}/runs")
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "The runs of a job, the newest first; the last hundred are kept.", problems = 404)
    public Page<Jobs.Run> runs(
            @PathParam("plugin") String plugin,
            @PathParam("name") String name,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        job(plugin, name);
        int most = Page.limit(limit);
        if (!cursor.matches("[0-9a-f-]{0,36}")) {
            throw Problem.invalid("?cursor", "the next_cursor of an earlier page, unchanged");
        }
        var before = Optional.of(cursor).filter(text -> !text.isEmpty());
        // One more than asked for tells whether there is another page.
        var runs = server.jobs().runs(plugin, name, most + 1, before);
        if (runs.size() <= most) return new Page<>(runs);
        var page = runs.subList(0, most);
        return new Page<>(page, Optional.of(page.getLast().id()));
    }

    private Jobs.JobStatus job(String plugin, String name) {
        return server.jobs().all().stream()
                .filter(job -> job.plugin().equals(plugin) && job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The job"));
    }
}
