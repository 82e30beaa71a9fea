package org.wvwbuilder.squads.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.squads.team.TeamForm.MemberAnswer;
import org.wvwbuilder.squads.team.TeamForm.MemberRequest;
import org.wvwbuilder.squads.team.TeamForm.RoleRequest;
import org.wvwbuilder.squads.web.Cursor;

/** The members of a team. */
@Path("teams/{id}/members")
@Consumes("application/json")
@Produces("application/json")
public final class MemberResource {
    private static final String LIST = "members";

    private final GuildTeams teams;
    private final Memberships memberships;
    private final Supplier<Optional<Accounts>> accounts;
    private final InstantSource clock;

    MemberResource(
            GuildTeams teams, Memberships memberships, Supplier<Optional<Accounts>> accounts, InstantSource clock) {
        this.teams = teams;
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "The members of a team of yours",
            problems = {404, 422})
    public Page<MemberAnswer> list(
            @PathParam("id") String team,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        var after = Cursor.of(cursor, LIST, 1).map(at -> at.values().getFirst()).orElse("");
        var found = teams.members(team, caller.user().id(), after, most + 1);
        boolean more = found.size() > most;
        var page = more ? found.subList(0, most) : found;
        var names = names(page.stream().map(Member::account).toList());
        return new Page<>(
                page.stream().map(member -> answer(member, names)).toList(),
                more ? Optional.of(new Cursor(LIST, List.of(page.getLast().account())).text()) : Optional.empty());
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Adds somebody to a team that you own",
            status = 201,
            answer = MemberAnswer.class,
            problems = {404, 409, 422})
    public Response add(@PathParam("id") String team, MemberRequest request, @Context Caller caller) {
        var account = account(request);
        var member = new Member(account, request.role().orElse(Role.VIEWER), now());
        var added = memberships
                .add(team, caller.user().id(), member)
                .orElseThrow(() -> new Problem(
                        409, "member-already", "They are a member already. Change their role with PUT instead."));
        return Response.created(URI.create(caller.origin() + "/api/v1/teams/" + team + "/members/" + account))
                .entity(answer(added, names(List.of(account))))
                .build();
    }

    @PUT
    @Path("{account}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Changes what a member may do",
            answer = MemberAnswer.class,
            problems = {404, 409, 422})
    public MemberAnswer change(
            @PathParam("id") String team,
            @PathParam("account") String account,
            RoleRequest request,
            @Context Caller caller) {
        var role = request.role().orElseThrow(() -> Problem.invalid("/role", "owner, editor or viewer"));
        var member = memberships.role(team, caller.user().id(), account, role, now());
        return answer(member, names(List.of(account)));
    }

    @DELETE
    @Path("{account}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Removes a member from a team that you own, or yourself from any",
            status = 204,
            problems = {404, 409})
    public void remove(@PathParam("id") String team, @PathParam("account") String account, @Context Caller caller) {
        memberships.remove(team, caller.user().id(), account, now());
    }

    private String account(MemberRequest request) {
        if (request.accountId().isPresent() == request.username().isPresent()) {
            throw Problem.invalid("/username", "a username, or an account_id instead");
        }
        if (request.username().isPresent()) {
            return accounts.get()
                    .flatMap(known -> known.id(request.username().get()))
                    .orElseThrow(() -> Problem.invalid("/username", "the username of an account of this server"));
        }
        var id = request.accountId().get();
        if (!names(List.of(id)).containsKey(id)) {
            throw Problem.invalid("/account_id", "the id of an account of this server");
        }
        return id;
    }

    private Map<String, String> names(List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : accounts.get().map(known -> known.names(ids)).orElse(Map.of());
    }

    private static MemberAnswer answer(Member member, Map<String, String> names) {
        return new MemberAnswer(
                member.account(), Optional.ofNullable(names.get(member.account())), member.role(), member.joinedAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
