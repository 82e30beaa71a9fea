package org.wvwbuilder.squads.judgement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** Says what the ids stand for that rosters and compositions name. */
@Path("playables")
@Produces("application/json")
public final class PlayableResource {
    private final Playables playables;

    public PlayableResource(Playables playables) {
        this.playables = playables;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "What archetypes and saved builds are, by their ids; those that you may not see are left out",
            problems = 422)
    public Page<Playable> list(@QueryParam("id") @Doc("At most 200.") List<String> ids, @Context Caller caller) {
        if (ids.size() > Page.MOST) throw Problem.invalid("?id", "at most 200 ids: ask for the others next");
        return new Page<>(Playable.of(ids, playables.known(ids, caller.user().id())));
    }
}
