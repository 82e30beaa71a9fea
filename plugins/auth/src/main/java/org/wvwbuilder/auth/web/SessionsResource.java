package org.wvwbuilder.auth.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.auth.session.Session;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** Where somebody is signed in, for them to see and to end. */
@Path("auth/sessions")
public final class SessionsResource {
    private final Sessions sessions;
    private final Roster roster;
    private final Audit audit;

    SessionsResource(Sessions sessions, Roster roster, Audit audit) {
        this.roster = roster;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Doc("A device that is signed in.")
    public record SessionView(
            String id,

            @Doc("What the browser or program calls itself.")
            String agent,

            @Doc("What people call it: Firefox, Windows. Empty when that is not known.")
            String device,

            @Doc("The address that it came from last.") String address,
            Instant createdAt,

            @Doc("When it last signed in or prolonged its session.")
            Instant lastUsedAt,

            @Doc("When it ends, if it is not used before.") Instant expiresAt,
            @Doc("Whether it is the one that asks.") boolean current) {

        static SessionView of(Session session, String current) {
            return new SessionView(
                    session.id(),
                    session.client().agent(),
                    session.client().device(),
                    session.client().address(),
                    session.createdAt(),
                    session.usedAt(),
                    session.expiresAt(),
                    session.id().equals(current));
        }
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("One's own sessions, the last used first.")
    public Page<SessionView> list(@Context Caller caller) {
        var me = caller.user();
        return new Page<>(sessions.of(me.id()).stream()
                .map(session -> SessionView.of(session, me.session()))
                .toList());
    }

    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Ends all of one's other sessions, at once.", status = 204)
    public void endOthers(@Context Caller caller) {
        var me = caller.user();
        roster.endSessions(Actor.of(caller), roster.get(me.id()), me.session());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Ends one of one's own sessions, at once.", status = 204, problems = 404)
    public void end(@PathParam("id") String id, @Context Caller caller) {
        sessions.end(
                caller.user().id(),
                id,
                (connection, user, session) -> audit.note(
                        connection, Actor.of(caller), Action.SESSION_END, Subject.of(user), "session " + session));
    }
}
