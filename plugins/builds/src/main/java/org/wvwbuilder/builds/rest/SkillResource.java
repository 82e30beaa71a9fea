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
import java.util.Optional;
import java.util.function.Predicate;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.plugin.Doc;

/** The skills of all professions. */
@Path("skills")
@Produces("application/json")
public final class SkillResource {
    private final FactLists lists;

    SkillResource(FactLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Doc(value = "Skills, by id", items = Skill.class)
    public Response skills(
            @QueryParam("profession") @Doc("Those that it has or can choose.") String profession,
            @QueryParam("specialization") Integer specialization,
            @QueryParam("slot") @Doc("Heal, Utility, Elite, Weapon_1, Profession_1, …") String slot,
            @QueryParam("type") @Doc("Heal, Utility, Elite, Weapon, Profession, Bundle") String type,
            @QueryParam("weapon") String weapon,
            @QueryParam("choosable") @Doc("True: only those that the profession can put into a chat link.")
                    boolean choosable,
            @QueryParam("ids") String ids,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var ofProfession = FactLists.profession(profession);
        var matches = FactLists.<Skill>ids(ids)
                .and(FactLists.q(q))
                .and(s -> profession == null || belongs(s, ofProfession, choosable))
                .and(s -> !choosable || !s.palettes().isEmpty())
                .and(s -> specialization == null
                        || s.specialization().filter(specialization::equals).isPresent())
                .and(s -> is(s.slot(), slot) && is(s.type(), type) && is(s.weapon(), weapon));
        var all = lists.catalogue(lang).skills().all();
        return lists.answer(request, lang, () -> FactLists.page("skills", all, Skill::id, limit, cursor, matches));
    }

    private static boolean belongs(Skill skill, Predicate<String> profession, boolean choosable) {
        return skill.palettes().keySet().stream().anyMatch(profession)
                || !choosable && skill.professions().stream().anyMatch(profession);
    }

    private static boolean is(Optional<String> value, String asked) {
        return asked == null || value.filter(asked::equalsIgnoreCase).isPresent();
    }
}
