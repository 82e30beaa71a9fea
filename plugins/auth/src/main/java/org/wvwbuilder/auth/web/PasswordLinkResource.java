package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.roster.PasswordLinks;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Roles;

/** Links for a new password, for administrators to make. */
@Path("users/{id}/password-link")
public final class PasswordLinkResource {
    private final PasswordLinks links;

    PasswordLinkResource(PasswordLinks links) {
        this.links = links;
    }

    @Doc("A link for a new password, to hand over.")
    public record NewPasswordLink(
            @Doc("Shown this once.") String code,

            @Doc("Path of the page that takes it; the code stands behind the #, which browsers send to no server.")
            String link,

            Instant expiresAt) {

        @Override
        public String toString() {
            return "NewPasswordLink";
        }
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Makes a link with which somebody who lost the password chooses another, once and within an hour."
                    + " An older link of the account ends. One's own password is changed with PUT /users/me/password.",
            status = 201,
            answer = NewPasswordLink.class,
            problems = {404, 409})
    public Response add(@PathParam("id") String id, @Context Caller caller) {
        var made = links.make(Actor.of(caller), id);
        return Response.status(201)
                .entity(new NewPasswordLink(made.code(), "/new-password#" + made.code(), made.expiresAt()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
