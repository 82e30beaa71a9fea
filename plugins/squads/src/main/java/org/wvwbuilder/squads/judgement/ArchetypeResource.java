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
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.judgement.ArchetypeForm.ArchetypeAnswer;
import org.wvwbuilder.squads.judgement.ArchetypeForm.ArchetypeRequest;
import org.wvwbuilder.squads.judgement.ArchetypeForm.ArchetypesRequest;

/** The archetypes of this server: everybody reads them, commanders change them. */
@Path("archetypes")
@Consumes("application/json")
@Produces("application/json")
public final class ArchetypeResource {
    private final GuildRows<Archetype> rows;
    private final Judging<ArchetypeRequest, Archetype> judging;

    public ArchetypeResource(Judgements judgements, InstantSource clock) {
        this.rows = judgements.ofArchetypes;
        this.judging = new Judging<>(
                rows,
                clock,
                ArchetypeRequest::id,
                (sent, id, at, findings) ->
                        sent.read(id, at, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), findings),
                ArchetypeAnswer::of);
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("All archetypes, shipped and the guild's own")
    public Page<ArchetypeAnswer> list() {
        return new Page<>(rows.all().stream().map(ArchetypeAnswer::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "One archetype", answer = ArchetypeAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id) {
        return judging.get(id);
    }

    @PUT
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Saves some archetypes, all of them or none; those not named stay as they are",
            items = ArchetypeAnswer.class,
            problems = {409, 422})
    public Page<ArchetypeAnswer> replaceAll(ArchetypesRequest request, @Context Caller caller) {
        judging.putAll(request.items(), caller);
        return list();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Saves how the guild judges it",
            answer = ArchetypeAnswer.class,
            problems = {409, 412, 422})
    public Response replace(
            @PathParam("id") String id, ArchetypeRequest request, @Context Request http, @Context Caller caller) {
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
