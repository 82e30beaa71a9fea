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
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.plugin.Doc;

/** The attribute combinations of gear. */
@Path("itemstats")
@Produces("application/json")
public final class ItemStatResource {
    private final FactLists lists;

    ItemStatResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Attribute combinations, by id", items = ItemStat.class)
    public Response itemStats(
            @QueryParam("type") @Doc("armor or trinket: those that may stand there at level 80") String type,
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var asked = FactLists.word("type", type, "armor", "trinket");
        var matches = FactLists.<ItemStat>ids(ids)
                .and(FactLists.q(q))
                .and(s ->
                        type == null || s.armorWeapon() && asked.test("armor") || s.trinket() && asked.test("trinket"));
        var all = lists.catalogue(lang).itemStats().all();
        return lists.answer(
                request, lang, () -> FactLists.page("itemstats", all, ItemStat::id, limit, cursor, matches));
    }
}
