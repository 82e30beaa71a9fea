package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;

/** The nine professions. */
@Path("professions")
@Produces("application/json")
public final class ProfessionResource {
    private final FactLists lists;

    ProfessionResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "The nine professions, with their weapons", items = Profession.class)
    public Response professions(
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        return lists.answer(
                request,
                lang,
                () -> FactLists.page(
                        "professions",
                        lists.catalogue(lang).professions(),
                        Profession::code,
                        limit,
                        cursor,
                        profession -> true));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Doc(value = "One profession, by its name", answer = Profession.class, problems = 404)
    public Response profession(@PathParam("id") String id, @QueryParam("lang") String lang, @Context Request request) {
        var profession = lists.catalogue(lang).profession(id).orElseThrow(() -> Problem.notFound("This profession"));
        return lists.answer(request, lang, () -> profession);
    }
}
