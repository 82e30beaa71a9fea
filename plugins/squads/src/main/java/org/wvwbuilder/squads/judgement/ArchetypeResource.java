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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.judgement.ArchetypeForm.ArchetypeAnswer;
import org.wvwbuilder.squads.judgement.ArchetypeForm.ArchetypeRequest;
import org.wvwbuilder.squads.judgement.ArchetypeForm.ArchetypesRequest;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Versions;

/** The archetypes of this server: everybody reads them, commanders change them. */
@Path("archetypes")
@Consumes("application/json")
@Produces("application/json")
public final class ArchetypeResource {
    private static final String THIS = "This archetype";
    private static final int MOST_AT_ONCE = 100;

    private final Judgements judgements;
    private final InstantSource clock;

    public ArchetypeResource(Judgements judgements, InstantSource clock) {
        this.judgements = judgements;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("All archetypes, shipped and the guild's own")
    public Page<ArchetypeAnswer> list() {
        return new Page<>(judgements.judged().stream().map(ArchetypeAnswer::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "One archetype", answer = ArchetypeAnswer.class, problems = 404)
    public Response get(@PathParam("id") String id) {
        return answer(id);
    }

    @PUT
    @RolesAllowed(Roles.COMMANDER)
    @Doc(
            value = "Saves some archetypes, all of them or none; those not named stay as they are",
            items = ArchetypeAnswer.class,
            problems = {409, 422})
    public Page<ArchetypeAnswer> replaceAll(ArchetypesRequest request, @Context Caller caller) {
        var findings = new Findings();
        findings.check(request.items().size() <= MOST_AT_ONCE, "/items", "at most 100 at once");
        findings.refuse();
        var ids = new HashSet<String>();
        var rows = new ArrayList<Judged<Archetype>>();
        for (int i = 0; i < request.items().size(); i++) {
            var at = "/items/" + i;
            var item = request.items().get(i);
            if (item == null) throw Problem.invalid(at, "an object");
            var id = item.id().orElse("");
            findings.check(ids.add(id), at + "/id", "an id named once");
            rows.add(item.read(id, at, today(), findings));
        }
        findings.refuse();
        judgements.put(rows, caller.user().id(), now(), before -> {});
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
        var findings = new Findings();
        findings.check(
                request.id().isEmpty() || request.id().get().equals(id), "/id", "left out, or the id of the address");
        var row = request.read(id, "", today(), findings);
        findings.refuse();
        judgements.put(
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
        judgements.reset(id, row -> Versions.unchanged(http, row.version(), THIS));
    }

    private Response answer(String id) {
        var row = judgements.find(id).orElseThrow(() -> Problem.notFound(THIS));
        return Versions.answer(ArchetypeAnswer.of(row), row.version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
