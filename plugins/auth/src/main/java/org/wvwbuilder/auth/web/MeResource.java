package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.session.LiveSession;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;

/** One's own account. Reading it touches memory only: the console asks all the time. */
@Path("users/me")
public final class MeResource {
    private final Sessions sessions;
    private final Roster roster;
    private final PasswordDesk passwords;
    private final Changes changes;

    MeResource(Sessions sessions, Roster roster, PasswordDesk passwords, Changes changes) {
        this.sessions = sessions;
        this.roster = roster;
        this.passwords = passwords;
        this.changes = changes;
    }

    @GET
    @Scoped(Scopes.READ)
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "One's own account.", answer = UserView.class)
    public Response me(@Context Caller caller) {
        var user = sessions.live()
                .find(caller.user().session())
                .map(LiveSession::user)
                // A script has no session, only a token.
                .orElseGet(() -> roster.get(caller.user().id()));
        return Answers.user(200, user);
    }

    @PATCH
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Changes one's own email, username or language.",
            answer = UserView.class,
            problems = {409, 412, 422})
    public Response change(Requests.MyChange body, @HeaderParam("If-Match") String ifMatch, @Context Caller caller) {
        var user = roster.change(caller.user().id(), body.change(), version -> Answers.matches(ifMatch, version));
        changes.changed(user.id());
        return Answers.user(200, user);
    }

    @PUT
    @Path("password")
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Changes one's own password, and ends all other sessions.",
            status = 204,
            problems = {422, 503})
    public void password(Requests.PasswordChange body, @Context Caller caller) {
        var fields = new Fields();
        var current = fields.required("/current_password", Optional.ofNullable(body.currentPassword()), text -> text);
        var fresh = fields.required("/new_password", Optional.ofNullable(body.newPassword()), text -> text);
        fields.check();
        var me = caller.user();
        passwords.change(me.id(), me.session(), current.orElseThrow(), fresh.orElseThrow());
    }
}
