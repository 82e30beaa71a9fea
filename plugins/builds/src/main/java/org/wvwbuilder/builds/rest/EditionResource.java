package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.builds.edition.Change;
import org.wvwbuilder.builds.edition.Change.What;
import org.wvwbuilder.builds.edition.ChangeFilter;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The editions of the catalogue that were fetched, and what each changed. */
@Path("catalogue/editions")
@Produces("application/json")
public final class EditionResource {
    private static final String LIST = "edition-changes";

    private final Editions editions;

    EditionResource(Editions editions) {
        this.editions = editions;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("The editions that were fetched from the official API, the newest ten first")
    public Page<EditionAnswer> list() {
        var counts = editions.counts();
        return new Page<>(editions.all().stream()
                .map(edition -> EditionAnswer.of(edition, counts.getOrDefault(edition.id(), Map.of())))
                .toList());
    }

    @GET
    @Path("{id}/changes")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "What an edition changed: new, renamed, changed, gone, back",
            problems = {404, 422})
    public Page<Change> changes(
            @PathParam("id") String id,
            @QueryParam("kind") @Doc("specialization, trait, skill, legend, pet, itemstat or upgrade") String kind,
            @QueryParam("what") @Doc("new, renamed, changed, gone or back") String what,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor) {
        int most = Page.limit(limit);
        var wanted = wanted(kind, what);
        if (editions.all().stream().noneMatch(edition -> edition.id().equals(id))) {
            throw Problem.notFound("This edition");
        }
        var found = editions.changes(id, wanted, after(cursor), most + 1);
        if (found.size() <= most) return new Page<>(changes(found));
        var page = found.subList(0, most);
        return new Page<>(
                changes(page),
                Optional.of(new Cursor(LIST, List.of("" + page.getLast().place())).text()));
    }

    private static ChangeFilter wanted(String kind, String what) {
        if (kind != null && !Change.KINDS.contains(kind)) {
            throw Problem.invalid("?kind", String.join(", ", Change.KINDS));
        }
        var of = Optional.ofNullable(what).flatMap(What::of);
        if (what != null && of.isEmpty()) throw Problem.invalid("?what", "new, renamed, changed, gone or back");
        return new ChangeFilter(Optional.ofNullable(kind), of);
    }

    private static List<Change> changes(List<Editions.Placed> placed) {
        return placed.stream().map(Editions.Placed::change).toList();
    }

    private static long after(String cursor) {
        try {
            return Cursor.of(cursor, LIST, 1)
                    .map(at -> Long.parseLong(at.values().getFirst()))
                    .orElse(-1L);
        } catch (NumberFormatException foreign) {
            throw Cursor.foreign();
        }
    }
}
