package org.wvwbuilder.squads.solve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.roster.Rosters;
import org.wvwbuilder.squads.solve.SolveForm.SolveRequest;

/** Solves squads. Nothing is kept: what somebody likes, they save as a composition. */
@Path("compositions/optimize")
@Consumes("application/json")
public final class SolveResource {
    private final Solver solver;
    private final Runs runs;

    public SolveResource(Judgements judgements, Playables playables, Rosters rosters, Runs runs) {
        this.solver = new Solver(judgements, playables, rosters);
        this.runs = runs;
    }

    @POST
    @Produces("application/json")
    @RolesAllowed(Roles.MEMBER)
    @Scoped(Scopes.READ)
    @Doc(
            value = "Solves a squad: players in, subgroups out",
            problems = {404, 422, 429, 503})
    public SolveAnswer solve(SolveRequest request, @Context Caller caller) throws InterruptedException {
        var run = start(request, caller);
        try {
            return run.get();
        } catch (CancellationException stopped) {
            throw new Problem(503, "stopped", "The server stopped this run. Try again.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Problem problem) throw problem;
            throw new IllegalStateException("a squad could not be solved", failed.getCause());
        } finally {
            run.cancel();
        }
    }

    @POST
    @Path("stream")
    @Produces("text/event-stream")
    @RolesAllowed(Roles.MEMBER)
    @Scoped(Scopes.READ)
    @Doc(
            value = "The same as server-sent events: progress, then done or problem; going away cancels it",
            answer = SolveAnswer.class,
            problems = {404, 422, 429, 503})
    public Response stream(SolveRequest request, @Context Caller caller, @Context Providers providers) {
        return Response.ok(new Telling(start(request, caller), providers))
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private Runs.Run<SolveAnswer> start(SolveRequest request, Caller caller) {
        var person = caller.user().id();
        return runs.start(person, solver.work(request, person));
    }
}
