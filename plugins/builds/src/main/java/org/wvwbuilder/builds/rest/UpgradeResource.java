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
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.plugin.Doc;

/** What goes into gear or is eaten. */
@Path("upgrades")
@Produces("application/json")
public final class UpgradeResource {
    private final FactLists lists;

    UpgradeResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Runes, sigils, relics, infusions, food and utility items, by id", items = Upgrade.class)
    public Response upgrades(
            @QueryParam("type") @Doc("rune, sigil, relic, infusion, food or utility") String type,
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var ofType = FactLists.word("type", type, "rune", "sigil", "relic", "infusion", "food", "utility");
        var matches = FactLists.<Upgrade>ids(ids).and(FactLists.q(q)).and(u -> ofType.test(u.type()));
        var all = lists.catalogue(lang).upgrades().all();
        return lists.answer(request, lang, () -> FactLists.page("upgrades", all, Upgrade::id, limit, cursor, matches));
    }
}
