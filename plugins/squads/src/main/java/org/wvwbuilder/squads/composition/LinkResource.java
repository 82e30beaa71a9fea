package org.wvwbuilder.squads.composition;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionAnswer;
import org.wvwbuilder.squads.composition.CompositionForm.LinkAnswer;

/** Public addresses: whoever knows the code reads the composition, and nothing else. */
@Path("compositions")
@Produces("application/json")
public final class LinkResource {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** 144 bits: nobody guesses them. */
    private static final int BYTES = 18;

    private final Compositions compositions;
    private final CompositionAnswers answers;

    LinkResource(Compositions compositions, CompositionAnswers answers) {
        this.compositions = compositions;
        this.answers = answers;
    }

    @POST
    @Path("{id}/link")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Gives a composition a new public address; the one before ends",
            status = 201,
            answer = LinkAnswer.class,
            problems = 404)
    public Response open(@PathParam("id") String id, @Context Caller caller) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        compositions.share(id, caller.user().id(), Optional.of(code));
        var address = URI.create(caller.origin() + "/api/v1/compositions/shared/" + code);
        return Response.created(address)
                .entity(new LinkAnswer(code, address.toString()))
                .build();
    }

    @DELETE
    @Path("{id}/link")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Ends the public address", status = 204, problems = 404)
    public void close(@PathParam("id") String id, @Context Caller caller) {
        compositions.share(id, caller.user().id(), Optional.empty());
    }

    @GET
    @Path("shared/{code}")
    @PermitAll
    @Doc(value = "A composition by its public address", problems = 404)
    public CompositionAnswer shared(@PathParam("code") String code) {
        return answers.whole(find(compositions, code), false);
    }

    static Composition find(Compositions compositions, String code) {
        return compositions.shared(code).orElseThrow(() -> Problem.notFound("This shared composition"));
    }
}
