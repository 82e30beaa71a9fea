package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.rest.HistoryAnswer.Deleted;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Trash;
import org.wvwbuilder.builds.store.Trashed;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** One's own deleted builds. */
@Path("builds/trash")
@Produces("application/json")
public final class TrashResource {
    private static final String LIST = "TRASH";

    private final Trash trash;
    private final SavedBuilds saved;
    private final BuildAnswers answers;

    TrashResource(Trash trash, SavedBuilds saved, BuildAnswers answers) {
        this.trash = trash;
        this.saved = saved;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Your deleted builds, the newest first; each is kept for thirty days", problems = 422)
    public Page<Deleted> list(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        var after = Cursor.of(cursor, LIST, 2).map(TrashResource::place);
        var found = trash.of(caller.user().id(), after, most + 1);
        boolean more = found.size() > most;
        var deleted = more ? found.subList(0, most) : found;
        var summaries = answers.summaries(deleted.stream().map(Trashed::build).toList(), caller);
        var items = new ArrayList<Deleted>();
        for (int i = 0; i < summaries.size(); i++) {
            var at = deleted.get(i).deletedAt();
            items.add(new Deleted(summaries.get(i), at, at.plus(Trash.KEPT)));
        }
        return new Page<>(items, more ? Optional.of(cursor(deleted.getLast())) : Optional.empty());
    }

    private static String cursor(Trashed last) {
        var place = Trash.place(last);
        return new Cursor(LIST, List.of(place.value(), place.id())).text();
    }

    private static Place place(Cursor cursor) {
        var value = cursor.values().getFirst();
        if (!value.matches("\\d{1,18}")) throw Cursor.foreign();
        return new Place(value, cursor.values().getLast());
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Puts a deleted build back; private, when you share no more builds with its team",
            answer = BuildAnswer.class,
            problems = 404)
    public Response restore(@PathParam("id") String id, @Context Caller caller) {
        var build = trash.restore(
                        caller.user().id(), id, saved.viewer(caller.user().id())::shares)
                .orElseThrow(TrashResource::missing);
        saved.returned(build);
        return answers.tagged(build, caller);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Deletes a build for good, with its history", status = 204, problems = 404)
    public void delete(@PathParam("id") String id, @Context Caller caller) {
        if (!trash.empty(caller.user().id(), id)) throw missing();
    }

    private static Problem missing() {
        return Problem.notFound("This deleted build");
    }
}
