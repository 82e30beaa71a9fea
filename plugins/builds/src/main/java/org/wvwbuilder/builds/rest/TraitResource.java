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
import org.wvwbuilder.builds.catalogue.Facts.Trait;
import org.wvwbuilder.plugin.Doc;

/** The traits of all specializations. */
@Path("traits")
@Produces("application/json")
public final class TraitResource {
    private final FactLists lists;

    TraitResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Traits, by id", items = Trait.class)
    public Response traits(
            @QueryParam("profession") String profession,
            @QueryParam("specialization") Integer specialization,
            @QueryParam("slot") @Doc("Minor or Major") String slot,
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var inSlot = FactLists.word("slot", slot, "Minor", "Major");
        var ofProfession = lists.specializations(FactLists.profession(profession));
        var matches = FactLists.<Trait>ids(ids)
                .and(FactLists.q(q))
                .and(t -> ofProfession.contains(t.specialization()))
                .and(t -> specialization == null || t.specialization() == specialization)
                .and(t -> inSlot.test(t.slot()));
        var all = lists.catalogue(lang).traits().all();
        return lists.answer(request, lang, () -> FactLists.page("traits", all, Trait::id, limit, cursor, matches));
    }
}
