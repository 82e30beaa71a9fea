package org.wvwbuilder.squads.judgement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.judgement.RuleSetForm.RuleSetAnswer;
import org.wvwbuilder.squads.judgement.RuleSetForm.RuleSetRequest;
import org.wvwbuilder.squads.judgement.RuleSetForm.RuleSetsRequest;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Versions;

/** The rule sets of this server: everybody reads them, commanders change them. */
@Path("rule-sets")
@Consumes("application/json")
@Produces("application/json")
public final class RuleSetResource {
    private static final String THIS = "This rule set";
    private static final int MOST_AT_ONCE = 100;

    private final Judgements judgements;
    private final InstantSource clock;

    public RuleSetResource(Judgements judgements, InstantSource clock) {
        this.judgements = judgements;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("All rule sets, shipped and the guild's own")
    public Page<RuleSetAnswer> list() {
        return new Page<>(
                judgements.judgedSets().stream().map(RuleSetAnswer::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "One rule set", answer = RuleSetAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id) {
        return answer(id);
    }

    @PUT
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Saves some rule sets, all of them or none; those not named stay as they are",
            items = RuleSetAnswer.class,
            problems = {409, 422})
    public Page<RuleSetAnswer> replaceAll(RuleSetsRequest request, @Context Caller caller) {
        var findings = new Findings();
        findings.check(request.items().size() <= MOST_AT_ONCE, "/items", "at most 100 at once");
        findings.refuse();
        var ids = new HashSet<String>();
        var rows = new ArrayList<RuleSet>();
        for (int i = 0; i < request.items().size(); i++) {
            var at = "/items/" + i;
            var item = request.items().get(i);
            if (item == null) throw Problem.invalid(at, "an object");
            var id = item.id().orElse("");
            findings.check(ids.add(id), at + "/id", "an id named once");
            rows.add(item.read(id, at, findings));
        }
        findings.refuse();
        judgements.putSets(rows, caller.user().id(), now(), before -> {});
        return list();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Saves how the guild judges it",
            answer = RuleSetAnswer.class,
            problems = {409, 412, 422})
    public Response replace(
            @PathParam("id") String id, RuleSetRequest request, @Context Request http, @Context Caller caller) {
        var findings = new Findings();
        findings.check(
                request.id().isEmpty() || request.id().get().equals(id), "/id", "left out, or the id of the address");
        var row = request.read(id, "", findings);
        findings.refuse();
        judgements.putSets(
                List.of(row),
                caller.user().id(),
                now(),
                before -> Versions.unchanged(http, before.map(Judged::version).orElse(0L), THIS));
        return answer(id);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Takes the guild's judgement back: the shipped row counts again, if there is one",
            status = 204,
            problems = {404, 412})
    public void reset(@PathParam("id") String id, @Context Request http) {
        judgements.resetSet(id, row -> Versions.unchanged(http, row.version(), THIS));
    }

    private Response answer(String id) {
        var row = judgements.findSet(id).orElseThrow(() -> Problem.notFound(THIS));
        return Versions.answer(RuleSetAnswer.of(row), row.version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
