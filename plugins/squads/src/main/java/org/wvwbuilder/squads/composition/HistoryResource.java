package org.wvwbuilder.squads.composition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionAnswer;
import org.wvwbuilder.squads.composition.CompositionForm.RestoreRequest;
import org.wvwbuilder.squads.composition.CompositionForm.VersionOutline;
import org.wvwbuilder.squads.web.Cursor;
import org.wvwbuilder.squads.web.Versions;

/** The versions of a composition: the last 200. */
@Path("compositions")
@Consumes("application/json")
@Produces("application/json")
public final class HistoryResource {
    private static final String LIST = "history";

    private final Compositions compositions;
    private final Editing editing;
    private final CompositionAnswers answers;

    HistoryResource(Compositions compositions, Editing editing, CompositionAnswers answers) {
        this.compositions = compositions;
        this.editing = editing;
        this.answers = answers;
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "The versions of a composition, the newest first",
            problems = {404, 422})
    public Page<VersionOutline> list(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        long before = Cursor.of(cursor, LIST, 1)
                .map(at -> version(at.values().getFirst()))
                .orElse(Long.MAX_VALUE);
        var states = compositions.history(id, caller.user().id(), before, most + 1);
        var page = answers.versions(states, most);
        boolean more = states.size() > most;
        return new Page<>(
                page,
                more ? Optional.of(new Cursor(LIST, List.of("" + page.getLast().version())).text()) : Optional.empty());
    }

    @GET
    @Path("{id}/history/{version}")
    @RolesAllowed(Roles.MEMBER)
    @Doc("One version, with the coverage that it would have today")
    public CompositionAnswer get(
            @PathParam("id") String id, @PathParam("version") long version, @Context Caller caller) {
        return answers.whole(compositions.seen(id, version, caller.user().id()), false);
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Makes an earlier version the present one; the history keeps both",
            answer = CompositionAnswer.class,
            problems = {404, 412, 422})
    public Response restore(
            @PathParam("id") String id, RestoreRequest request, @Context Request http, @Context Caller caller) {
        long version = request.version().orElseThrow(() -> Problem.invalid("/version", "a version of its history"));
        var restored = editing.restore(id, version, http, caller.user().id());
        return Versions.answer(answers.whole(restored, true), restored.version());
    }

    private static long version(String text) {
        if (!text.matches("\\d{1,18}")) throw Cursor.foreign();
        return Long.parseLong(text);
    }
}
