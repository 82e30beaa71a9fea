package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Problem.Field;

class FactListsTests {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void cursorsLeadThroughAllSkills() {
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = FactLists.page("skills", catalogue.skills().all(), Skill::id, 199, cursor, skill -> true);
            page.items().forEach(skill -> seen.add(skill.id()));
            cursor = page.nextCursor().orElse(null);
        } while (cursor != null);
        assertThat(seen).hasSize(2223).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsAndNamesNarrowAList() {
        var skills = catalogue.skills().all();
        assertThat(skills.stream().filter(FactLists.<Skill>ids("5569, 9102,1"))).hasSize(2);
        assertThat(skills.stream().filter(FactLists.<Skill>q(" elemental HARMONY ")))
                .extracting(Skill::id)
                .contains(5569);
        assertThat(skills.stream().filter(FactLists.<Skill>ids(null).and(FactLists.q(null))))
                .hasSize(2223);
    }

    @Test
    void whatIsNoFilterIsRefusedByItsName() {
        refused("?ids", () -> FactLists.ids("1,x"));
        refused("?ids", () -> FactLists.ids("1,".repeat(300) + "1"));
        refused("?q", () -> FactLists.q("x".repeat(101)));
        refused("?profession", () -> FactLists.profession("Bard"));
        refused("?type", () -> FactLists.word("type", "hat", "rune", "sigil"));
        refused("?limit", () -> page(0, null));
        refused("?limit", () -> page(201, null));
        refused("?cursor", () -> page(1, "?"));
        refused("?cursor", () -> page(1, new Cursor("pets", List.of("1")).text()));
        refused("?cursor", () -> page(1, new Cursor("skills", List.of("one")).text()));
    }

    private void page(int limit, String cursor) {
        FactLists.page("skills", catalogue.skills().all(), Skill::id, limit, cursor, skill -> true);
    }

    private static void refused(String pointer, ThrowingCallable call) {
        var problem = catchThrowableOfType(Problem.class, call);
        assertThat(problem.fields()).extracting(Field::pointer).containsExactly(pointer);
    }
}
