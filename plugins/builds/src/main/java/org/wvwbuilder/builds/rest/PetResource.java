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
import org.wvwbuilder.builds.catalogue.Facts.Pet;
import org.wvwbuilder.plugin.Doc;

/** The pets of Rangers. */
@Path("pets")
@Produces("application/json")
public final class PetResource {
    private final FactLists lists;

    PetResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Pets, by id", items = Pet.class)
    public Response pets(
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var matches = FactLists.<Pet>ids(ids).and(FactLists.q(q));
        var all = lists.catalogue(lang).pets().all();
        return lists.answer(request, lang, () -> FactLists.page("pets", all, Pet::id, limit, cursor, matches));
    }
}
