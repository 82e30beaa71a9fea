package org.wvwbuilder.builds.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;

/** One saved build at a time. */
@Path("builds")
@Consumes("application/json")
@Produces("application/json")
public final class BuildResource {
    private final SavedBuilds builds;
    private final BuildAnswers answers;

    BuildResource(SavedBuilds builds, BuildAnswers answers) {
        this.builds = builds;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Saves a new build", status = 201, answer = BuildAnswer.class, problems = 422)
    public Response add(
            BuildRequest request,
            @HeaderParam("Idempotency-Key") @Doc("Makes a repeated request harmless.") String key,
            @Context Caller caller) {
        var build = builds.add(request, key, caller.user());
        return Response.created(URI.create(caller.origin() + "/api/v1/builds/" + build.id()))
                .entity(answers.whole(build, caller))
                .tag(BuildAnswers.tag(build))
                .build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Doc(value = "A build that you may see", answer = BuildAnswer.class, problems = 404)
    public Response get(
            @PathParam("id") String id,
            @QueryParam("lang") @Doc("en, fr, de, es: of the names of facts") String lang,
            @Context Caller caller) {
        return answers.tagged(builds.seen(id, viewer(caller)), caller, lang);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Replaces your build; 412 shows both states under current and yours",
            answer = BuildAnswer.class,
            problems = {403, 404, 412, 422})
    public Response replace(
            @PathParam("id") String id, BuildRequest request, @Context Request http, @Context Caller caller) {
        return answers.tagged(
                builds.replace(id, request, caller.user(), build -> unchanged(http, build, caller, request)), caller);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Changes those parts of your build that you send; 412 shows both states under current and yours",
            answer = BuildAnswer.class,
            problems = {403, 404, 412, 422})
    public Response change(
            @PathParam("id") String id, BuildRequest request, @Context Request http, @Context Caller caller) {
        return answers.tagged(
                builds.change(id, request, caller.user(), build -> unchanged(http, build, caller, request)), caller);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Moves your build to the trash, for thirty days",
            status = 204,
            problems = {403, 404, 412})
    public void delete(@PathParam("id") String id, @Context Request http, @Context Caller caller) {
        builds.delete(id, caller.user(), build -> answers.requireUnchanged(http, build, caller, Optional.empty()));
    }

    private void unchanged(Request http, Build build, Caller caller, BuildRequest yours) {
        answers.requireUnchanged(http, build, caller, Optional.of(yours));
    }

    static String viewer(Caller caller) {
        return caller.identity().map(Identity::id).orElse("");
    }
}
