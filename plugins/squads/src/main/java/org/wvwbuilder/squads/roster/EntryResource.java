package org.wvwbuilder.squads.roster;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.squads.roster.RosterForm.EntryRequest;
import org.wvwbuilder.squads.roster.RosterForm.PasteAnswer;
import org.wvwbuilder.squads.roster.RosterForm.PasteRequest;
import org.wvwbuilder.squads.roster.RosterForm.PresentRequest;
import org.wvwbuilder.squads.roster.RosterForm.RosterAnswer;
import org.wvwbuilder.squads.web.Cursor;
import org.wvwbuilder.squads.web.Versions;

/** The players of a roster. Every change takes and gives the ETag of the roster. */
@Path("rosters")
@Consumes("application/json")
@Produces("application/json")
public final class EntryResource {
    private static final String LIST = "entries";

    private final Rosters rosters;
    private final EntryChanges changes;

    EntryResource(Rosters rosters, EntryChanges changes) {
        this.rosters = rosters;
        this.changes = changes;
    }

    @GET
    @Path("{id}/entries")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "The players of a roster, in the order in which they were added",
            problems = {404, 422})
    public Page<RosterEntry> list(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        var after = Cursor.of(cursor, LIST, 1).map(at -> at.values().getFirst()).orElse("");
        var found = rosters.seen(id, caller.user().id()).entries().stream()
                .filter(entry -> entry.id().compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        if (found.size() <= most) return new Page<>(found);
        var page = found.subList(0, most);
        return new Page<>(
                page, Optional.of(new Cursor(LIST, List.of(page.getLast().id())).text()));
    }

    @POST
    @Path("{id}/entries")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Adds a player",
            status = 201,
            answer = RosterEntry.class,
            problems = {404, 409, 412, 422})
    public Response add(
            @PathParam("id") String id, EntryRequest request, @Context Request http, @Context Caller caller) {
        var whole = changes.add(id, request, http, caller.user().id());
        var entry = whole.entries().getLast();
        return Response.created(URI.create(caller.origin() + "/api/v1/rosters/" + id + "/entries/" + entry.id()))
                .entity(entry)
                .tag(Versions.tag(whole.roster().version()))
                .build();
    }

    @POST
    @Path("{id}/entries/paste")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Adds many players by a pasted list of names; those known are marked as here or not",
            answer = PasteAnswer.class,
            problems = {404, 409, 412, 422})
    public Response paste(
            @PathParam("id") String id, PasteRequest request, @Context Request http, @Context Caller caller) {
        var answer = changes.paste(id, request, http, caller.user().id());
        return Versions.answer(answer, answer.version());
    }

    @PUT
    @Path("{id}/entries/{entry}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Replaces a player",
            answer = RosterEntry.class,
            problems = {404, 412, 422})
    public Response replace(
            @PathParam("id") String id,
            @PathParam("entry") String entry,
            EntryRequest request,
            @Context Request http,
            @Context Caller caller) {
        var whole = changes.replace(id, entry, request, http, caller.user().id());
        var saved =
                whole.entries().stream().filter(one -> one.id().equals(entry)).findFirst();
        return Versions.answer(saved.orElseThrow(), whole.roster().version());
    }

    @DELETE
    @Path("{id}/entries/{entry}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Takes a player off the roster",
            status = 204,
            problems = {404, 412})
    public void remove(
            @PathParam("id") String id,
            @PathParam("entry") String entry,
            @Context Request http,
            @Context Caller caller) {
        changes.remove(id, entry, http, caller.user().id());
    }

    @PUT
    @Path("{id}/present")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Marks who is here tonight: these players and nobody else",
            answer = RosterAnswer.class,
            problems = {404, 412, 422})
    public Response present(
            @PathParam("id") String id, PresentRequest request, @Context Request http, @Context Caller caller) {
        return RosterResource.answer(
                changes.present(id, request, http, caller.user().id()));
    }
}
