package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.wvwbuilder.auth.account.Email;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.audit.Actor;
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
    private final Exporter exporter;

    MeResource(Sessions sessions, Roster roster, PasswordDesk passwords, Changes changes, Exporter exporter) {
        this.sessions = sessions;
        this.roster = roster;
        this.passwords = passwords;
        this.changes = changes;
        this.exporter = exporter;
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
            value = "Changes one's own email (with the password), username or language.",
            answer = UserView.class,
            problems = {409, 412, 422, 429, 503})
    public Response change(Requests.MyChange body, @HeaderParam("If-Match") String ifMatch, @Context Caller caller) {
        requireOwner(body, caller);
        var user = roster.change(
                Actor.of(caller), caller.user().id(), body.change(), version -> Answers.matches(ifMatch, version));
        changes.changed(user.id());
        return Answers.user(200, user);
    }

    /** Whoever finds an open browser is not to take the account over by its address. */
    private void requireOwner(Requests.MyChange body, Caller caller) {
        var old = Email.of(roster.get(caller.user().id()).email());
        if (body.email().isEmpty()
                || old.isSameAs(body.email().get())
                || !Email.isOne(body.email().get())) return;
        confirm(body.currentPassword(), caller);
    }

    private void confirm(Optional<String> password, Caller caller) {
        var fields = new Fields();
        var current = fields.required("/current_password", password, text -> text);
        fields.check();
        passwords.confirm(Actor.of(caller), current.orElseThrow());
    }

    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Deletes one's own account and everything that belongs to it. The last administrator stays.",
            status = 204,
            problems = {409, 422, 429, 503})
    public void delete(Requests.Confirmation body, @Context Caller caller) {
        confirm(Optional.ofNullable(body).map(Requests.Confirmation::currentPassword), caller);
        var id = caller.user().id();
        roster.remove(Actor.of(caller), id, version -> true);
        changes.deleted(id);
    }

    @GET
    @Path("export")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Everything that is kept about one's own account.", answer = Export.class, problems = 429)
    public Response export(@Context Caller caller) {
        return Response.ok(exporter.export(caller.user(), Actor.of(caller)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wvw-builder-account.json\"")
                .build();
    }

    @Doc("What is known about one's own password.")
    public record PasswordState(
            @Doc("False for who has signed in by a provider only.")
            boolean set) {}

    @GET
    @Path("password")
    @RolesAllowed(Roles.MEMBER)
    @Doc("Whether one's own account has a password.")
    public PasswordState passwordState(@Context Caller caller) {
        return new PasswordState(passwords.has(caller.user().id()));
    }

    @PUT
    @Path("password")
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Changes one's own password, and ends all other sessions.",
            status = 204,
            problems = {403, 422, 429, 503})
    public void password(Requests.PasswordChange body, @Context Caller caller) {
        var fields = new Fields();
        var fresh = fields.required("/new_password", Optional.ofNullable(body.newPassword()), text -> text);
        fields.check();
        var me = caller.user();
        passwords.change(Actor.of(caller), me.session(), body.currentPassword(), fresh.orElseThrow());
    }
}
