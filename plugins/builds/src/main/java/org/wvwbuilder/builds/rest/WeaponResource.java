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
import java.util.stream.Collectors;
import org.wvwbuilder.builds.catalogue.Facts.ProfessionWeapon;
import org.wvwbuilder.builds.catalogue.Facts.Weapon;
import org.wvwbuilder.plugin.Doc;

/** The weapon types. */
@Path("weapons")
@Produces("application/json")
public final class WeaponResource {
    private final FactLists lists;

    WeaponResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Weapon types; those without id cannot stand in a chat link", items = Weapon.class)
    public Response weapons(
            @QueryParam("profession") @Doc("Those that it wields.") String profession,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var ofProfession = FactLists.profession(profession);
        var wielded = lists.catalogue(lang).professions().stream()
                .filter(p -> ofProfession.test(p.name()))
                .flatMap(p -> p.weapons().stream())
                .map(ProfessionWeapon::type)
                .collect(Collectors.toSet());
        var all = lists.catalogue(lang).weapons();
        return lists.answer(
                request,
                lang,
                () -> FactLists.page("weapons", all, all::indexOf, limit, cursor, w -> wielded.contains(w.name())));
    }
}
