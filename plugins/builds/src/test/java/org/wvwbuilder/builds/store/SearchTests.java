package org.wvwbuilder.builds.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.builds.store.Samples.START;
import static org.wvwbuilder.builds.store.Samples.build;
import static org.wvwbuilder.builds.store.Searching.asked;
import static org.wvwbuilder.builds.store.Searching.builds;
import static org.wvwbuilder.builds.store.Searching.find;
import static org.wvwbuilder.builds.store.Searching.found;
import static org.wvwbuilder.builds.store.Searching.listing;
import static org.wvwbuilder.builds.store.Searching.named;
import static org.wvwbuilder.builds.store.Searching.shared;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.store.Listing.Sort;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SearchTests {

    @OnBothEngines
    void everyWordMayBeginAnyWordOfTheBuild(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Résistance à l’Écran", List.of("reset night"), Visibility.PUBLIC, START));
            builds.add(build("anna", "Other", List.of(), Visibility.PUBLIC, START));
            assertThat(found(builds, "resist")).containsExactly("Résistance à l’Écran");
            assertThat(found(builds, "RÉSISTANCE ecr")).containsExactly("Résistance à l’Écran");
            assertThat(found(builds, "fireb guard night")).containsExactly("Résistance à l’Écran");
            assertThat(found(builds, "heal zeal")).hasSize(2);
            assertThat(found(builds, "sistance")).isEmpty();
            assertThat(found(builds, "resist nowhere")).isEmpty();
            assertThat(found(builds, "_v")).isEmpty();
            assertThat(found(builds, "\" OR * '' | & ! :")).isEmpty();
            assertThat(found(builds, "' | '")).isEmpty();
        }
    }

    @OnBothEngines
    void longWordsAreFoundByTheirBeginnings(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Unübertroffenheitsanspruch", List.of(), Visibility.PUBLIC, START));
            assertThat(found(builds, "unubertroffe")).hasSize(1);
            assertThat(found(builds, "unubertroffenheits")).hasSize(1);
            assertThat(found(builds, "unubertroffenheitz")).isEmpty();
            assertThat(found(builds, "unübertroffenheitsanspruch")).hasSize(1);
        }
    }

    @OnBothEngines
    void nobodyFindsWhatTheyMayNotSee(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Secret", List.of(), Visibility.PRIVATE, START));
            var team = build("anna", "Team secret", List.of(), Visibility.PRIVATE, START);
            builds.add(team);
            builds.change(team.id(), before -> shared(before, "red"));
            assertThat(find(builds, asked("bob", List.of(), "secret"))).isEmpty();
            assertThat(find(builds, asked("", List.of(), "secret"))).isEmpty();
            assertThat(find(builds, asked("bob", List.of("red"), "secret"))).containsExactly("Team secret");
            assertThat(find(builds, asked("bob", List.of("blue"), "secret"))).isEmpty();
            assertThat(find(builds, asked("anna", List.of(), "secret"))).hasSize(2);
        }
    }

    @OnBothEngines
    void aChangeIsFoundByItsNewWordsOnlyAndFirst(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            var old = build("anna", "Alpha zerg", List.of(), Visibility.PUBLIC, START);
            builds.add(old);
            builds.add(build("anna", "Beta zerg", List.of(), Visibility.PUBLIC, START.plusSeconds(1)));
            assertThat(found(builds, "zerg")).containsExactly("Beta zerg", "Alpha zerg");
            builds.change(old.id(), before -> named(before, "Gamma zerg"));
            assertThat(found(builds, "alpha")).isEmpty();
            assertThat(found(builds, "zerg")).containsExactly("Gamma zerg", "Beta zerg");
            builds.change(old.id(), before -> named(before, "Delta zerg"));
            var page = builds.list(listing("bob", List.of(), false, "zerg", Sort.UPDATED, Optional.empty(), 1));
            assertThat(page.builds()).hasSize(1);
            assertThat(page.next()).as("earlier states take no place").isPresent();
        }
    }

    @OnBothEngines
    void buildsFromBeforeTheSearchAreTakenIn(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds = builds(context);
            builds.add(build("anna", "Alpha", List.of(), Visibility.PUBLIC, START));
            builds.add(build("anna", "Alpha two", List.of(), Visibility.PUBLIC, START));
            context.database().write(connection -> {
                if (context.database().engine() == Database.Engine.SQLITE) {
                    Sql.of(connection, "DELETE FROM builds_search").run();
                }
                return Sql.of(connection, "UPDATE builds_builds SET search_row = NULL")
                        .run();
            });
            assertThat(builds.makeSearchable()).isEqualTo(2);
            assertThat(builds.makeSearchable()).isZero();
            assertThat(found(builds, "alpha")).hasSize(2);
        }
    }

    @Test
    void noFactIsAWordAndNoTwoFactsAreOne() {
        assertThat(Words.fact('t', "a b")).isNotEqualTo(Words.fact('t', "a_b")).isNotEqualTo(Words.fact('t', "ab"));
        assertThat(Words.fact('t', "Ä'\"\\ ")).matches("_t[\\p{L}\\p{N}_]+");
        assertThat(Words.of("_t_27_ a")).containsExactly("t", "27", "a");
    }
}
