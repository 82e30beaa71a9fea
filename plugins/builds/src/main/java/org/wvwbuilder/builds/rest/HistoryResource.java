package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.rest.HistoryAnswer.Restore;
import org.wvwbuilder.builds.rest.HistoryAnswer.State;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Past;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** What a build was, and the way back. */
@Path("builds")
@Consumes("application/json")
@Produces("application/json")
public final class HistoryResource {
    private final Builds builds;
    private final SavedBuilds saved;
    private final BuildAnswers answers;
    private final Differences differences;

    HistoryResource(Builds builds, SavedBuilds saved, BuildAnswers answers, Differences differences) {
        this.builds = builds;
        this.saved = saved;
        this.answers = answers;
        this.differences = differences;
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "The states of your build, the newest first; the last hundred are kept",
            problems = {403, 404})
    public Page<State> history(@PathParam("id") String id, @Context Caller caller) {
        var build = saved.edited(id, caller.user());
        var states = new ArrayList<Past>();
        states.add(new Past(build.version(), build.editor(), build.updatedAt(), build.details()));
        states.addAll(builds.history(id));
        var names = answers.owners(states.stream().map(Past::editor).toList(), caller);
        var items = new ArrayList<State>();
        for (int i = 0; i < states.size(); i++) {
            var state = states.get(i);
            var changes = i + 1 < states.size()
                    ? differences.between(states.get(i + 1).details(), state.details())
                    : List.<HistoryAnswer.Change>of();
            items.add(new State(
                    state.version(),
                    names.get(state.editor()),
                    state.at(),
                    state.details().name(),
                    changes));
        }
        return new Page<>(items);
    }

    @GET
    @Path("{id}/history/{version}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Your build as it was at a version",
            answer = BuildAnswer.class,
            problems = {403, 404})
    public BuildAnswer past(@PathParam("id") String id, @PathParam("version") long version, @Context Caller caller) {
        var build = saved.edited(id, caller.user());
        if (version == build.version()) return answers.whole(build, caller);
        var past =
                builds.past(id, version).orElseThrow(() -> Problem.notFound("Version " + version + " of this build"));
        var was = new Build(
                id,
                build.owner(),
                past.editor(),
                past.details(),
                build.needsReview(),
                build.createdAt(),
                past.at(),
                past.version());
        return answers.whole(was, caller);
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Makes your build what it was at a version; that is a new version",
            answer = BuildAnswer.class,
            problems = {403, 404, 412, 422})
    public Response restore(@PathParam("id") String id, Restore body, @Context Request http, @Context Caller caller) {
        if (body == null || body.version() == null) throw Problem.invalid("/version", "a version of the history");
        var build = saved.restore(
                id,
                body.version(),
                caller.user(),
                current -> answers.requireUnchanged(http, current, caller, Optional.empty()));
        return answers.tagged(build, caller);
    }
}
