package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.rest.BuildAnswer.Summary;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Listing;
import org.wvwbuilder.builds.store.Listing.Place;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;

/** The builds that somebody may see: public ones, and their own. */
@Path("builds")
@Produces("application/json")
public final class BuildListResource {
    private static final int MOST_CHARACTERS = 100;
    /** Of one account, whose builds are listed. */
    private static final int MOST_TEAMS = 20;

    private final Builds builds;
    private final SavedBuilds saved;
    private final BuildAnswers answers;

    BuildListResource(Builds builds, SavedBuilds saved, BuildAnswers answers) {
        this.saved = saved;
        this.builds = builds;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Doc(value = "The builds that you may see", problems = 422)
    public Page<Summary> list(
            @QueryParam("profession") String profession,
            @QueryParam("specialization") @Doc("A specialization's id.") Integer specialization,
            @QueryParam("role") String role,
            @QueryParam("tag") String tag,
            @QueryParam("q") @Doc("Words, or their beginnings, of name, profession, specializations, role and tags.")
                    String q,
            @QueryParam("owner") @Doc("me: only your own.") String owner,
            @QueryParam("sort")
                    @DefaultValue("updated")
                    @Doc("updated, name or created; a search with more than 10,000 matches by updated only")
                    String sort,
            @QueryParam("needs_review")
                    @DefaultValue("false")
                    @Doc("true: only those to be looked at after a patch; with owner, and sorted by updated")
                    boolean needsReview,
            @QueryParam("lang") @Doc("en, fr, de, es: of the specializations' names") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        if (owner != null && !owner.equals("me")) throw Problem.invalid("?owner", "me, or leave it out");
        if (owner != null) caller.user();
        var by = sort(sort);
        int most = Page.limit(limit);
        var viewer = saved.viewer(BuildResource.viewer(caller));
        var asked = new Listing(
                        viewer.account(),
                        owner == null
                                ? viewer.teams().keySet().stream()
                                        .sorted()
                                        .limit(MOST_TEAMS)
                                        .toList()
                                : List.of(),
                        owner != null,
                        profession(profession),
                        Optional.ofNullable(specialization),
                        text("role", role),
                        text("tag", tag),
                        text("q", q),
                        by,
                        Optional.empty(),
                        most)
                .marked(needsReview);
        if (needsReview && (asked.filtered() || by != Sort.UPDATED)) {
            throw Problem.invalid("?needs_review", "goes with owner only, and is sorted by updated");
        }
        var found = builds.list(asked.after(Cursor.of(cursor, asked.order(), 2).map(at -> place(asked, at))));
        return new Page<>(
                answers.summaries(found.builds(), caller, lang), found.next().map(next -> cursor(asked, next)));
    }

    private static Sort sort(String word) {
        return Stream.of(Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("?sort", "updated, name or created"));
    }

    private static Optional<Profession> profession(String name) {
        if (name == null) return Optional.empty();
        FactLists.profession(name);
        return Profession.named(name);
    }

    private static Optional<String> text(String parameter, String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        if (text.length() > MOST_CHARACTERS) {
            throw Problem.invalid("?" + parameter, "at most " + MOST_CHARACTERS + " characters");
        }
        return Optional.of(text.strip().toLowerCase(Locale.ROOT));
    }

    private static String cursor(Listing asked, Place next) {
        return new Cursor(asked.order(), List.of(next.value(), next.id())).text();
    }

    private static Place place(Listing asked, Cursor cursor) {
        var value = cursor.values().getFirst();
        if (asked.numbered() && !value.matches("\\d{1,18}")) throw Cursor.foreign();
        return new Place(value, cursor.values().getLast());
    }
}
