package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.DemoData.Person;

class DemoCommandTests {
    private final FakeBackstage stage = new FakeBackstage();
    private final FakeBackstage.Shelf shelf = new FakeBackstage.Shelf();

    @Test
    void everyPluginIsFilledWithTheSameGuild() {
        stage.offers.add(new Backstage.DemoOffer("auth", shelf));
        var seen = stage.type("demo", "--users", "30", "--builds", "12");
        assertThat(seen.exit()).isZero();
        assertThat(shelf.guild.people()).hasSize(30);
        assertThat(shelf.guild.builds()).isEqualTo(12);
        assertThat(shelf.guild.compositions()).isEqualTo(5_000);
        assertThat(seen.err()).isEqualTo("auth: half way\n");
        assertThat(seen.out())
                .as("what was made, not what was asked for")
                .contains("12 builds")
                .doesNotContain("compositions");
        assertThat(seen.out())
                .contains(
                        shelf.guild.password(), shelf.guild.people().getFirst().username());
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAlone() {
        stage.offers.add(new Backstage.DemoOffer("auth", new FakeBackstage.Shelf()));
        stage.offers.add(new Backstage.DemoOffer("builds", shelf));
        assertThat(stage.type("demo", "--users=1").exit()).isZero();
        var filled = shelf.guild;
        var seen = stage.type("demo", "--users=2");
        assertThat(seen.exit()).isEqualTo(Exit.FAILED);
        assertThat(seen.err()).startsWith("The database is not empty (auth, builds)");
        assertThat(shelf.guild).isSameAs(filled);
    }

    @Test
    void aNumberMustMakeSense() {
        assertThat(stage.type("demo", "--users", "0").err()).contains("a number from 1, not 0");
        assertThat(stage.type("demo", "--users", "many").exit()).isEqualTo(Exit.USAGE);
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void theSameSeedMakesTheSamePeople() {
        var people = People.of(7, 1_000);
        assertThat(People.of(7, 1_000)).isEqualTo(people);
        assertThat(People.of(8, 1_000)).isNotEqualTo(people);
        assertThat(new HashSet<>(people.stream().map(Person::id).toList())).hasSize(1_000);
        assertThat(new HashSet<>(people.stream().map(Person::username).toList()))
                .hasSize(1_000);
        assertThat(people)
                .allMatch(person ->
                        person.id().matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(people.stream().map(Person::role))
                .containsOnly("admin", "commander", "member")
                .startsWith("admin");
    }
}
