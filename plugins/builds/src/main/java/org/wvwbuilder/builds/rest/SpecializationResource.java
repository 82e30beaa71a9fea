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
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.plugin.Doc;

/** The specializations of all professions. */
@Path("specializations")
@Produces("application/json")
public final class SpecializationResource {
    private final FactLists lists;

    SpecializationResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Specializations, by id", items = Specialization.class)
    public Response specializations(
            @QueryParam("profession") String profession,
            @QueryParam("elite") Boolean elite,
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var ofProfession = FactLists.profession(profession);
        var matches = FactLists.<Specialization>ids(ids)
                .and(FactLists.q(q))
                .and(s -> ofProfession.test(s.profession()))
                .and(s -> elite == null || s.elite() == elite);
        var all = lists.catalogue(lang).specializations().all();
        return lists.answer(
                request,
                lang,
                () -> FactLists.page("specializations", all, Specialization::id, limit, cursor, matches));
    }
}
