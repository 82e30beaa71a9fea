package org.wvwbuilder.auth.factor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.Roster;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** Everybody's second factor, for administrators: when a phone and the recovery codes are both lost. */
@Path("users/{id}/totp")
public final class MembersFactorResource {
    private final Factors factors;
    private final Roster roster;

    public MembersFactorResource(Factors factors, Roster roster) {
        this.factors = factors;
        this.roster = roster;
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "Turns somebody's second factor off. One's own needs password and code: DELETE /auth/totp.",
            status = 204,
            problems = {404, 409})
    public void remove(@PathParam("id") String id, @Context Caller caller) {
        if (id.equals(caller.user().id())) {
            throw new Problem(
                    409, "own-factor", "This is your own second factor: turn it off with your password and a code.");
        }
        if (!factors.remove(Actor.of(caller), Subject.of(roster.get(id)))) throw Problem.notFound("The second factor");
    }
}
