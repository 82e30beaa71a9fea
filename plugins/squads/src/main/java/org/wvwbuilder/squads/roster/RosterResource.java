package org.wvwbuilder.squads.roster;

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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.roster.RosterForm.RosterAnswer;
import org.wvwbuilder.squads.roster.RosterForm.RosterOutline;
import org.wvwbuilder.squads.roster.RosterForm.RosterRequest;
import org.wvwbuilder.squads.roster.Rosters.Whole;
import org.wvwbuilder.squads.sql.Repeatable;
import org.wvwbuilder.squads.team.Sharing;
import org.wvwbuilder.squads.web.Cursor;
import org.wvwbuilder.squads.web.Versions;
import org.wvwbuilder.squads.web.Words;

/** The rosters that somebody may see: their own, and those of their teams. */
@Path("rosters")
@Consumes("application/json")
@Produces("application/json")
public final class RosterResource {
    private static final String LIST = "rosters";
    private static final String THIS = "This roster";

    private final Rosters rosters;
    private final Playables playables;
    private final InstantSource clock;

    public RosterResource(Rosters rosters, Playables playables, InstantSource clock) {
        this.rosters = rosters;
        this.playables = playables;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Your rosters and those of your teams, the newest first", problems = 422)
    public Page<RosterOutline> list(
            @QueryParam("team_id") @Doc("Only those of this team.") String team,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        var before =
                Cursor.of(cursor, LIST, 1).map(at -> at.values().getFirst()).orElse("g");
        var found = rosters.page(caller.user().id(), Words.query("team_id", team), before, most + 1).stream()
                .map(RosterOutline::of)
                .toList();
        if (found.size() <= most) return new Page<>(found);
        var page = found.subList(0, most);
        return new Page<>(
                page, Optional.of(new Cursor(LIST, List.of(page.getLast().id())).text()));
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Makes a roster, with or without players", status = 201, answer = RosterAnswer.class, problems = 422)
    public Response add(
            RosterRequest request,
            @HeaderParam("Idempotency-Key") @Doc("Makes a repeated request harmless.") String key,
            @Context Caller caller) {
        var person = caller.user().id();
        var reader = new EntryReader(playables);
        var entries = reader.all(request.entries(), "/entries", person, () -> Uuid7.next(clock));
        var name = Words.name(request.name(), "/name", Words.MOST_NAME, reader.findings());
        reader.findings().refuse();
        var now = now();
        var roster = new Roster(Uuid7.next(clock), person, request.teamId(), name, now, now, 1);
        var made = rosters.add(new Whole(roster, entries), Repeatable.of(person, key, request));
        return Response.created(URI.create(
                        caller.origin() + "/api/v1/rosters/" + made.roster().id()))
                .entity(RosterAnswer.of(made))
                .tag(Versions.tag(made.roster().version()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "A roster that you may see", answer = RosterAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id, @Context Caller caller) {
        return answer(rosters.seen(id, caller.user().id()));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Renames a roster or gives it to another team; its players stay",
            answer = RosterAnswer.class,
            problems = {404, 412, 422})
    public Response replace(
            @PathParam("id") String id, RosterRequest request, @Context Request http, @Context Caller caller) {
        var person = caller.user().id();
        var reader = new EntryReader(playables);
        var name = Words.name(request.name(), "/name", Words.MOST_NAME, reader.findings());
        reader.findings()
                .check(request.entries().isEmpty(), "/entries", "left out: change players at /rosters/{id}/entries");
        reader.findings().refuse();
        return answer(rosters.change(id, person, now(), (before, entries, connection) -> {
            var roster = before.roster();
            Versions.unchanged(http, roster.version(), THIS);
            if (!request.teamId().equals(roster.team())) Sharing.into(connection, request.teamId(), person);
            return new Roster(
                    id,
                    roster.owner(),
                    request.teamId(),
                    name,
                    roster.createdAt(),
                    roster.updatedAt(),
                    roster.version());
        }));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Deletes a roster",
            status = 204,
            problems = {404, 412})
    public void delete(@PathParam("id") String id, @Context Request http, @Context Caller caller) {
        rosters.delete(id, caller.user().id(), (before, entries, connection) -> {
            Versions.unchanged(http, before.roster().version(), THIS);
            return before.roster();
        });
    }

    static Response answer(Whole whole) {
        return Versions.answer(RosterAnswer.of(whole), whole.roster().version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
