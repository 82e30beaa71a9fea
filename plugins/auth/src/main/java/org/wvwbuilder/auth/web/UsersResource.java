package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;

/** Everybody's accounts, for administrators. */
@Path("users")
public final class UsersResource {
    private final Roster roster;
    private final Registrar registrar;
    private final Changes changes;
    private final Audit audit;

    UsersResource(Roster roster, Registrar registrar, Changes changes, Audit audit) {
        this.roster = roster;
        this.registrar = registrar;
        this.changes = changes;
        this.audit = audit;
    }

    @GET
    @Scoped(Scopes.READ)
    @RolesAllowed(Roles.ADMIN)
    @Doc("The accounts, by username.")
    public Page<UserView> list(
            @Doc("Part of a username or an email.") @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var page = roster.page(q, Cursor.parse(cursor), Page.limit(limit));
        return new Page<>(page.items().stream().map(UserView::of).toList(), page.nextCursor());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Makes an account for somebody.",
            status = 201,
            answer = UserView.class,
            problems = {409, 422, 503})
    public Response add(Requests.NewUser body, @Context Caller caller) {
        var fields = new Fields();
        var role = fields.given("/role", body.role(), Roster::role).orElse(Roles.MEMBER);
        fields.check();
        var draft = registrar.draft(body.application(), role);
        var user = registrar.write(connection -> {
            var made = registrar.insert(connection, draft);
            audit.note(connection, Actor.of(caller), Action.ACCOUNT_ADD, Subject.of(made), made.role());
            return made;
        });
        changes.created(user.id());
        return Answers.user(201, user);
    }

    @GET
    @Path("{id}")
    @Scoped(Scopes.READ)
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "An account.", answer = UserView.class, problems = 404)
    public Response get(@PathParam("id") String id) {
        return Answers.user(200, roster.get(id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value =
                    "Changes an account: its names, its role, whether it is shut out. The last administrator stays one.",
            answer = UserView.class,
            problems = {404, 409, 412, 422})
    public Response change(
            @PathParam("id") String id,
            Requests.AnyChange body,
            @HeaderParam("If-Match") String ifMatch,
            @Context Caller caller) {
        var user = roster.change(Actor.of(caller), id, body.change(), version -> Answers.matches(ifMatch, version));
        changes.changed(user.id());
        return Answers.user(200, user);
    }

    @POST
    @Path("{id}/unlock")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Forgets the wrong passwords that were tried on an account, so that its owner need not wait.",
            status = 204,
            problems = 404)
    public void unlock(@PathParam("id") String id, @Context Caller caller) {
        roster.unlock(Actor.of(caller), roster.get(id));
    }

    @DELETE
    @Path("{id}/sessions")
    @RolesAllowed(Roles.ADMIN)
    @Doc(value = "Ends all sessions of an account, at once.", status = 204, problems = 404)
    public void endSessions(@PathParam("id") String id, @Context Caller caller) {
        roster.endSessions(Actor.of(caller), roster.get(id), "");
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Removes an account and its sessions. The last administrator stays.",
            status = 204,
            problems = {404, 409, 412})
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Caller caller) {
        roster.remove(Actor.of(caller), id, version -> Answers.matches(ifMatch, version));
        changes.deleted(id);
    }
}
