package org.wvwbuilder.squads.composition;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.composition.CompositionForm.CompositionOutline;
import org.wvwbuilder.squads.composition.Listing.Place;
import org.wvwbuilder.squads.composition.Listing.Sort;
import org.wvwbuilder.squads.web.Cursor;
import org.wvwbuilder.squads.web.Words;

/** The compositions that somebody may see: public ones, those of their teams, and their own. */
@Path("compositions")
@Produces("application/json")
public final class CompositionListResource {
    private final Compositions compositions;
    private final CompositionAnswers answers;

    CompositionListResource(Compositions compositions, CompositionAnswers answers) {
        this.compositions = compositions;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Doc(value = "The compositions that you may see", problems = 422)
    public Page<CompositionOutline> list(
            @QueryParam("owner") @Doc("me: only your own.") String owner,
            @QueryParam("team_id") String team,
            @QueryParam("rule_set") String ruleSet,
            @QueryParam("tag") String tag,
            @QueryParam("q") @Doc("A part of the name.") String q,
            @QueryParam("template") @Doc("true: only templates; false: none of them.") Boolean template,
            @QueryParam("sort") @DefaultValue("updated") @Doc("updated, name or created") String sort,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        if (owner != null && !owner.equals("me")) throw Problem.invalid("?owner", "me, or leave it out");
        if (owner != null) caller.user();
        var by = sort(sort);
        int most = Page.limit(limit);
        var found = compositions.list(new Listing(
                CompositionResource.viewer(caller),
                owner != null,
                Words.query("team_id", team),
                Words.query("rule_set", ruleSet),
                Words.query("tag", tag),
                Words.query("q", q),
                Optional.ofNullable(template),
                by,
                Cursor.of(cursor, by.name(), 2).map(at -> place(by, at)),
                most + 1));
        boolean more = found.size() > most;
        var page = more ? found.subList(0, most) : found;
        return new Page<>(answers.outlines(page), more ? Optional.of(cursor(by, page.getLast())) : Optional.empty());
    }

    private static Sort sort(String word) {
        return Stream.of(Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("?sort", "updated, name or created"));
    }

    private static String cursor(Sort sort, Composition last) {
        var place = sort.place(last);
        return new Cursor(sort.name(), List.of(place.value(), place.id())).text();
    }

    private static Place place(Sort sort, Cursor cursor) {
        var value = cursor.values().getFirst();
        if (sort == Sort.UPDATED && !value.matches("\\d{1,18}")) throw Cursor.foreign();
        return new Place(value, cursor.values().getLast());
    }
}
