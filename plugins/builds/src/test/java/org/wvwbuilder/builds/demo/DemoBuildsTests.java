package org.wvwbuilder.builds.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.plugin.DemoData.Guild;
import org.wvwbuilder.plugin.DemoData.Person;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class DemoBuildsTests {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void everyInventedTemplateIsKnownToTheCatalogueInAllItsParts() {
        var templates = new DemoTemplates(catalogue, new SplittableRandom(1));
        var professions = new HashSet<Profession>();
        for (int i = 0; i < 5_000; i++) {
            var template = templates.next().template();
            professions.add(template.profession());
            var described = Describer.describe(catalogue, template);
            assertThat(described.warnings()).isEmpty();
            assertThat(described.terrestrial().skills()).hasSize(5).allMatch(skill -> skill.isPresent());
        }
        assertThat(professions).hasSize(9);
    }

    @OnBothEngines
    void aDemoGuildHasItsBuildsAndTheSameSeedMakesTheSame(TestDatabase database) throws Exception {
        try (var context = TestContext.open(database)) {
            var builds =
                    new Builds(context.database(), () -> catalogue.edition().digest(), id -> Optional.empty());
            var demo = new DemoBuilds(() -> catalogue, builds, context.clock);
            assertThat(demo.empty()).isTrue();
            var progress = new ArrayList<String>();
            demo.fill(guild(2_000), progress::add);
            assertThat(demo.empty()).isFalse();
            assertThat(progress).isNotEmpty();
            assertThat(builds.total()).isEqualTo(2_000);
            assertThat(builds.total("p3")).isEqualTo(40);
            var links = builds.newest("p3", 50).stream()
                    .map(build -> build.details().chatLink())
                    .toList();
            assertThat(links).hasSize(40);
            try (var other = TestDatabase.sqlite();
                    var again = TestContext.open(other)) {
                var same =
                        new Builds(again.database(), () -> catalogue.edition().digest(), id -> Optional.empty());
                new DemoBuilds(() -> catalogue, same, again.clock).fill(guild(2_000), progress::add);
                assertThat(same.newest("p3", 50).stream()
                                .map(build -> build.details().chatLink()))
                        .isEqualTo(links);
            }
        }
    }

    private static Guild guild(int builds) {
        List<Person> people = IntStream.range(0, 50)
                .mapToObj(i -> new Person("p" + i, "user" + i, "user" + i + "@example.org", "member"))
                .toList();
        return new Guild(42, people, "secret of the test", builds, 0);
    }
}
