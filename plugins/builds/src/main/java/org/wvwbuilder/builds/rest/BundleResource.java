package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.rest.BuildAnswer.Summary;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Listing;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** Takes one's own builds along as a file, and brings them to another server or account. */
@Path("builds")
@Consumes("application/json")
@Produces("application/json")
public final class BundleResource {
    /** Of up to four bytes each in notes, a mebibyte at most. */
    private static final int MOST_CHARACTERS = 250_000;
    /** What a build takes beside its notes; its gear takes most of it. */
    private static final int OTHERWISE = 1_200;

    private final Builds builds;
    private final SavedBuilds saved;
    private final BuildAnswers answers;

    BundleResource(Builds builds, SavedBuilds saved, BuildAnswers answers) {
        this.builds = builds;
        this.saved = saved;
        this.answers = answers;
    }

    @GET
    @Path("export")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Your builds as a file, 200 at a time, the newest first", answer = Bundle.class, problems = 422)
    public Response export(@QueryParam("cursor") String cursor, @Context Caller caller) {
        return Response.ok(bundle(cursor, caller.user().id()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wvw-builds.json\"")
                .build();
    }

    Bundle bundle(String cursor, String owner) {
        var after = Cursor.of(cursor, "EXPORT", 1).map(at -> at.values().getFirst());
        var found = builds.list(new Listing(
                owner,
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sort.CREATED,
                after.map(id -> new Place(id, id)),
                Bundle.MOST));
        var page = fitting(found.builds());
        boolean more = found.next().isPresent() || found.builds().size() > page.size();
        var next = more ? new Cursor("EXPORT", List.of(page.getLast().id())).text() : null;
        return new Bundle(
                Bundle.FORMAT, page.stream().map(BundleResource::request).toList(), Optional.ofNullable(next));
    }

    /** So many that the file can be imported again: a request's body has a limit. */
    private static List<Build> fitting(List<Build> found) {
        int characters = 0;
        for (int i = 0; i < found.size(); i++) {
            characters += found.get(i).details().notes().length() + OTHERWISE;
            if (i > 0 && characters > MOST_CHARACTERS) return found.subList(0, i);
        }
        return found;
    }

    @POST
    @Path("import")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Saves the builds of a file as new ones of yours: all of them, or none",
            status = 201,
            answer = Page.class,
            problems = {413, 422})
    public Response bring(Bundle bundle, @Context Caller caller) {
        var added = add(bundle, caller.user());
        return Response.status(201)
                .entity(new Page<Summary>(answers.summaries(added, caller)))
                .build();
    }

    List<Build> add(Bundle bundle, Identity person) {
        if (!Bundle.FORMAT.equals(bundle.format())) {
            throw Problem.invalid("/format", Bundle.FORMAT + ", as GET /builds/export of this version writes it");
        }
        int count = bundle.builds().size();
        if (count < 1 || count > Bundle.MOST) {
            throw Problem.invalid("/builds", "1 to " + Bundle.MOST + " builds: there are " + count);
        }
        return saved.addAll(bundle.builds(), person);
    }

    /** Without its team, which is of this server: what was shared with it is private where it is brought. */
    private static BuildRequest request(Build build) {
        var details = build.details();
        return new BuildRequest(
                Optional.of(details.name()),
                Optional.of(details.chatLink()),
                Optional.empty(),
                Optional.of(details.equipment()),
                Optional.of(details.gameMode()),
                Optional.of(details.role()),
                Optional.of(details.tags()),
                Optional.of(details.notes()),
                Optional.of(details.visibility() == Visibility.TEAM ? Visibility.PRIVATE : details.visibility()),
                Optional.empty(),
                Optional.empty());
    }
}
