package org.wvwbuilder.squads.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.squads.sql.Repeatable;
import org.wvwbuilder.squads.team.TeamForm.TeamAnswer;
import org.wvwbuilder.squads.team.TeamForm.TeamRequest;
import org.wvwbuilder.squads.web.Cursor;
import org.wvwbuilder.squads.web.Versions;

/** The teams that somebody is a member of. */
@Path("teams")
@Consumes("application/json")
@Produces("application/json")
public final class TeamResource {
    private static final String LIST = "teams";
    /** Greater than every id: those are hexadecimal. */
    private static final String NEWEST = "g";

    private final GuildTeams teams;
    private final InstantSource clock;

    public TeamResource(GuildTeams teams, InstantSource clock) {
        this.teams = teams;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Your teams, the newest first", problems = 422)
    public Page<TeamAnswer> list(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        var before =
                Cursor.of(cursor, LIST, 1).map(at -> at.values().getFirst()).orElse(NEWEST);
        var found = teams.page(caller.user().id(), before, most + 1).stream()
                .map(joined -> TeamAnswer.of(joined.team(), joined.role()))
                .toList();
        if (found.size() <= most) return new Page<>(found);
        var page = found.subList(0, most);
        return new Page<>(
                page, Optional.of(new Cursor(LIST, List.of(page.getLast().id())).text()));
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Makes a team that you own",
            status = 201,
            answer = TeamAnswer.class,
            problems = {409, 422})
    public Response add(
            TeamRequest request,
            @HeaderParam("Idempotency-Key") @Doc("Makes a repeated request harmless.") String key,
            @Context Caller caller) {
        var person = caller.user().id();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var team =
                teams.add(request.team(Uuid7.next(clock), 1, now, now, 1), person, Repeatable.of(person, key, request));
        return Response.created(URI.create(caller.origin() + "/api/v1/teams/" + team.id()))
                .entity(TeamAnswer.of(team, Role.OWNER))
                .tag(Versions.tag(team.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "A team of yours", answer = TeamAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id, @Context Caller caller) {
        var joined = teams.seen(id, caller.user().id());
        return Versions.answer(
                TeamAnswer.of(joined.team(), joined.role()), joined.team().version());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Replaces name and description of a team that you own",
            answer = TeamAnswer.class,
            problems = {404, 412, 422})
    public Response replace(
            @PathParam("id") String id, TeamRequest request, @Context Request http, @Context Caller caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var team = teams.change(id, caller.user().id(), before -> {
            Versions.unchanged(http, before.version(), "This team");
            return request.team(id, before.members(), before.createdAt(), now, before.version());
        });
        return Versions.answer(TeamAnswer.of(team, Role.OWNER), team.version());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Deletes a team that you own; what was shared with it stays with whoever made it",
            status = 204,
            problems = {404, 412})
    public void delete(@PathParam("id") String id, @Context Request http, @Context Caller caller) {
        teams.delete(id, caller.user().id(), team -> {
            Versions.unchanged(http, team.version(), "This team");
            return team;
        });
    }
}
