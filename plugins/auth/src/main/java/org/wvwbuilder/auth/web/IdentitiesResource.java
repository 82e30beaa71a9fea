package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.openid.Identities;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** The providers that one's own account is linked to. */
@Path("users/me/identities")
public final class IdentitiesResource {
    private final Identities identities;

    IdentitiesResource(Identities identities) {
        this.identities = identities;
    }

    @Doc("A way to sign in beside the password.")
    public record IdentityView(
            String id,
            @Doc("As in GET /auth/openid.") String provider,
            @Doc("One's name there, as it was then.") String label,
            Instant createdAt,
            Instant lastUsedAt) {}

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("The providers that one's own account is linked to.")
    public Page<IdentityView> list(@Context Caller caller) {
        var ways = identities.of(caller.user().id()).stream()
                .map(way -> new IdentityView(way.id(), way.provider(), way.label(), way.createdAt(), way.usedAt()))
                .toList();
        return new Page<>(ways);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Unlinks one's own account from a provider, unless nothing else lets one in.",
            status = 204,
            problems = {404, 409})
    public void unlink(@PathParam("id") String id, @Context Caller caller) {
        identities.unlink(Actor.of(caller), id);
    }
}
