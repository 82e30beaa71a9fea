package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.wvwbuilder.builds.catalogue.Edition;
import org.wvwbuilder.builds.catalogue.Facts.BoonSource;
import org.wvwbuilder.plugin.Doc;

/** The catalogue itself. */
@Path("catalogue")
@Produces("application/json")
public final class CatalogueResource {
    private final FactLists lists;

    CatalogueResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Which state of the game the facts describe, and how many there are", answer = Edition.class)
    public Response catalogue(@QueryParam("lang") String lang, @Context Request request) {
        return lists.answer(request, lang, () -> lists.catalogue(lang).edition());
    }

    @GET
    @Path("boon-sources")
    @PermitAll
    @Doc(value = "Skills and traits that give boons or remove conditions in WvW, by id", items = BoonSource.class)
    public Response boonSources(
            @QueryParam("kind") @Doc("skill or trait") String kind,
            @QueryParam("boon") @Doc("Stability, Might, …") String boon,
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var ofKind = FactLists.word("kind", kind, "skill", "trait");
        var matches = FactLists.<BoonSource>ids(ids)
                .and(FactLists.q(q))
                .and(s -> ofKind.test(s.kind()))
                .and(s -> boon == null
                        || s.boons().stream().anyMatch(b -> b.boon().equalsIgnoreCase(boon)));
        var all = lists.catalogue(lang).boonSources();
        return lists.answer(
                request, lang, () -> FactLists.page("boon-sources", all, BoonSource::id, limit, cursor, matches));
    }
}
