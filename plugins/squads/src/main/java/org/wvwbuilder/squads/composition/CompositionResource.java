package org.wvwbuilder.squads.composition;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionAnswer;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionRequest;
import org.wvwbuilder.squads.web.Versions;

/** One composition at a time. */
@Path("compositions")
@Consumes("application/json")
@Produces("application/json")
public final class CompositionResource {
    private static final String NOBODY = "-";

    private final Compositions compositions;
    private final Editing editing;
    private final CompositionAnswers answers;

    CompositionResource(Compositions compositions, Editing editing, CompositionAnswers answers) {
        this.compositions = compositions;
        this.editing = editing;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Saves a new composition", status = 201, answer = CompositionAnswer.class, problems = 422)
    public Response add(
            CompositionRequest request,
            @HeaderParam("Idempotency-Key") @Doc("Makes a repeated request harmless.") String key,
            @Context Caller caller) {
        var made = editing.add(request, key, caller.user().id());
        return Response.created(URI.create(caller.origin() + "/api/v1/compositions/" + made.id()))
                .entity(answers.whole(made, true))
                .tag(Versions.tag(made.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Doc(value = "A composition that you may see, with its coverage", answer = CompositionAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id, @Context Caller caller) {
        var viewer = viewer(caller);
        var seen = compositions.seen(id, viewer);
        return Versions.answer(answers.whole(seen, compositions.changeable(seen, viewer)), seen.version());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Replaces a composition; 412 shows both states under current and yours",
            answer = CompositionAnswer.class,
            problems = {404, 412, 422})
    public Response replace(
            @PathParam("id") String id, CompositionRequest request, @Context Request http, @Context Caller caller) {
        return answer(editing.change(id, request, true, http, caller.user().id()));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Changes those parts of a composition that you send; 412 as with PUT",
            answer = CompositionAnswer.class,
            problems = {404, 412, 422})
    public Response change(
            @PathParam("id") String id, CompositionRequest request, @Context Request http, @Context Caller caller) {
        return answer(editing.change(id, request, false, http, caller.user().id()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Deletes a composition and its history",
            status = 204,
            problems = {404, 412})
    public void delete(@PathParam("id") String id, @Context Request http, @Context Caller caller) {
        editing.delete(id, http, caller.user().id());
    }

    /** Who asks. What nobody owns any more has an empty owner: nobody in particular must not pass for that. */
    static String viewer(Caller caller) {
        return caller.identity().map(Identity::id).orElse(NOBODY);
    }

    private Response answer(Composition changed) {
        return Versions.answer(answers.whole(changed, true), changed.version());
    }
}
