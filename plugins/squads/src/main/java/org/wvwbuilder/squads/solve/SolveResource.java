package org.wvwbuilder.squads.solve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.wvwbuilder.squads.optimise.Lessons;
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
            problems = {404, 409, 422, 429, 503})
    public SolveAnswer solve(SolveRequest request, @Context Caller caller) throws InterruptedException {
        var work = work(request, caller);
        return await(runs.start(caller.user().id(), request.run(), () -> work.solve(new Onlooker())));
    }

    @POST
    @Path("lessons")
    @Produces("application/json")
    @RolesAllowed(Roles.MEMBER)
    @Scoped(Scopes.READ)
    @Doc(
            value = "Who should learn what, so that every rule would hold",
            problems = {404, 409, 422, 429, 503})
    public LessonsAnswer lessons(
            SolveRequest request,
            @QueryParam("reach") @DefaultValue("own_professions") @Doc("own_professions or any_profession")
                    Lessons.Reach reach,
            @Context Caller caller)
            throws InterruptedException {
        var work = work(request, caller);
        return await(runs.start(caller.user().id(), request.run(), () -> work.teach(reach, new Onlooker())));
    }

    private static <T> T await(Runs.Run<T> run) throws InterruptedException {
        try {
            return run.get();
        } catch (CancellationException stopped) {
            throw run.why();
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
            problems = {404, 409, 422, 429, 503})
    public Response stream(SolveRequest request, @Context Caller caller, @Context Providers providers) {
        var work = work(request, caller);
        var onlooker = new Onlooker();
        var run = runs.start(caller.user().id(), request.run(), () -> work.solve(onlooker));
        return Response.ok(new Telling(run, onlooker, providers))
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    @DELETE
    @Path("runs/{run}")
    @RolesAllowed(Roles.MEMBER)
    @Scoped(Scopes.READ)
    @Doc(value = "Cancels your run of this name; who waits for its answer gets a 409", status = 204, problems = 404)
    public void cancel(@PathParam("run") String run, @Context Caller caller) {
        if (!runs.cancel(caller.user().id(), run)) throw Problem.notFound("This run");
    }

    private Solver.Work work(SolveRequest request, Caller caller) {
        runs.expectRoom(caller.user().id(), request.run());
        return solver.work(request, caller.user().id());
    }
}
