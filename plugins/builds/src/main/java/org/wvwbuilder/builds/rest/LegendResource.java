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
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.plugin.Doc;

/** The legends of Revenants. */
@Path("legends")
@Produces("application/json")
public final class LegendResource {
    private final FactLists lists;

    LegendResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Legends, by their codes in chat links", items = Legend.class)
    public Response legends(
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var all = lists.catalogue(lang).legends().all();
        return lists.answer(
                request, lang, () -> FactLists.page("legends", all, Legend::id, limit, cursor, legend -> true));
    }
}
