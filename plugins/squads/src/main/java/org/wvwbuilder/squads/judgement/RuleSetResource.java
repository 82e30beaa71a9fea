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
import java.time.InstantSource;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.judgement.RuleSetForm.RuleSetAnswer;
import org.wvwbuilder.squads.judgement.RuleSetForm.RuleSetRequest;
import org.wvwbuilder.squads.judgement.RuleSetForm.RuleSetsRequest;

/** The rule sets of this server: everybody reads them, commanders change them. */
@Path("rule-sets")
@Consumes("application/json")
@Produces("application/json")
public final class RuleSetResource {
    private final GuildRows<RuleSet> rows;
    private final Judging<RuleSetRequest, RuleSet> judging;

    public RuleSetResource(Judgements judgements, InstantSource clock) {
        this.rows = judgements.ofRuleSets;
        this.judging = new Judging<>(rows, clock, RuleSetRequest::id, RuleSetRequest::read, RuleSetAnswer::of);
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("All rule sets, shipped and the guild's own")
    public Page<RuleSetAnswer> list() {
        return new Page<>(rows.all().stream().map(RuleSetAnswer::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "One rule set", answer = RuleSetAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id) {
        return judging.get(id);
    }

    @PUT
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Saves some rule sets, all of them or none; those not named stay as they are",
            items = RuleSetAnswer.class,
            problems = {409, 422})
    public Page<RuleSetAnswer> replaceAll(RuleSetsRequest request, @Context Caller caller) {
        judging.putAll(request.items(), caller);
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
        return judging.put(id, request, http, caller);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Takes the guild's judgement back: the shipped row counts again, if there is one",
            status = 204,
            problems = {404, 412})
    public void reset(@PathParam("id") String id, @Context Request http) {
        judging.reset(id, http);
    }
}
