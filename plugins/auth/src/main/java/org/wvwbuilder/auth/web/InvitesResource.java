package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.auth.account.Email;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.invite.Invite;
import org.wvwbuilder.auth.invite.Invites;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** Invitations, for administrators to write and to withdraw. */
@Path("invites")
public final class InvitesResource {
    private static final int LONGEST_NOTE = 200;
    private static final int DAYS = 7;
    private static final int MOST_DAYS = 90;
    private final Invites invites;

    InvitesResource(Invites invites) {
        this.invites = invites;
    }

    @Doc("An invitation that nobody used yet.")
    public record InviteView(
            String id,
            @Doc("What the new account may do.") String role,

            @Doc("The only address that may use it; null for any.")
            Optional<String> email,

            String note,
            @Doc("The administrator's account.") String createdBy,
            Instant createdAt,
            Instant expiresAt) {

        static InviteView of(Invite invite) {
            return new InviteView(
                    invite.id(),
                    invite.role(),
                    invite.email().map(Email::text),
                    invite.note(),
                    invite.createdBy(),
                    invite.createdAt(),
                    invite.expiresAt());
        }
    }

    @Doc("A new invitation, and what to hand over.")
    public record NewInvite(
            InviteView invite,
            @Doc("Shown this once.") String code,

            @Doc("Path of the page that takes it; the code stands behind the #, which browsers send to no server.")
            String link) {

        @Override
        public String toString() {
            return "NewInvite " + invite.id();
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("The open invitations, the newest first.")
    public Page<InviteView> list(
            @QueryParam("cursor") @DefaultValue("") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        var page = invites.page(Cursor.parse(cursor), Page.limit(limit));
        return new Page<>(page.items().stream().map(InviteView::of).toList(), page.nextCursor());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Writes an invitation, good for one account.",
            status = 201,
            answer = NewInvite.class,
            problems = {409, 422})
    public Response add(Requests.Invitation body, @Context Caller caller) {
        var fields = new Fields();
        var role = fields.given("/role", body.role(), Roster::role).orElse(Roles.MEMBER);
        var email = fields.given("/email", body.email(), Email::of);
        int days = body.expiresInDays().orElse(DAYS);
        if (days < 1 || days > MOST_DAYS) fields.refuse("/expires_in_days", "1 to " + MOST_DAYS);
        var note = body.note().orElse("").strip();
        if (note.length() > LONGEST_NOTE) fields.refuse("/note", "at most " + LONGEST_NOTE + " characters");
        fields.check();
        var wish = new Invites.Wish(role, email, note, Duration.ofDays(days));
        var made = invites.make(Actor.of(caller), wish);
        return Response.status(201)
                .entity(new NewInvite(InviteView.of(made.invite()), made.code(), "/join#" + made.code()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "Withdraws an invitation.", status = 204, problems = 404)
    public void withdraw(@PathParam("id") String id, @Context Caller caller) {
        invites.withdraw(Actor.of(caller), id);
    }
}
