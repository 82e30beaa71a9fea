package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PluginCommandTests {
    private final FakeBackstage stage = new FakeBackstage();

    @Test
    void aPluginsCommandGetsItsWords() {
        var seen = stage.type("user", "add", "Zojja", "--email", "z@rata.example", "--quiet");
        assertThat(seen).isEqualTo(new FakeBackstage.Seen(0, "added Zojja\n", ""));
        assertThat(stage.asked).containsExactly("command user");
    }

    @Test
    void itsAnswerIsJsonOnRequest() {
        var seen = stage.type("user", "add", "Zojja", "--email=z@rata.example", "--json");
        assertThat(JsonReader.read(seen.out()))
                .isEqualTo(java.util.Map.of("name", "Zojja", "email", "z@rata.example", "quiet", false));
    }

    @Test
    void itsRefusalIsOneSentence() {
        var seen = stage.type("user", "add", "root", "--email=r@rata.example");
        assertThat(seen).isEqualTo(new FakeBackstage.Seen(1, "", "There is a root already.\n"));
    }

    @Test
    void whatIsMissingIsNamed() {
        var seen = stage.type("user", "add", "Zojja");
        assertThat(seen.exit()).isEqualTo(Exit.USAGE);
        assertThat(seen.err()).isEqualTo("'gw2 user add' also wants --email E. Try 'gw2 user add --help'.\n");
        assertThat(stage.type("user", "add", "--email=z").err()).contains("also wants NAME");
    }

    @Test
    void anUnknownActionIsRefusedWithTheNearestOne() {
        assertThat(stage.type("user", "ad").err()).contains("knows no command 'ad'; did you mean 'add'?");
    }

    @Test
    void withoutActionItSaysWhichThereAre() {
        var seen = stage.type("user");
        assertThat(seen.exit()).isEqualTo(Exit.USAGE);
        assertThat(seen.err()).isEqualTo("'gw2 user' wants to know what to do: add.\n");
    }

    @Test
    void theWordsBehindOurOwnCommandsAreDescribed() {
        assertThat(stage.type("plugins", "trust", "--help").out()).contains("the key as its author tells it");
        assertThat(stage.type("plugins", "install", "--help").out())
                .contains("-plugin.zip", "--downgrade", "signed with another");
    }

    @Test
    void itsHelpIsReadWithoutTouchingTheData() {
        var seen = stage.type("help", "user", "add");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out()).contains("100% sure", "--email=E", "NAME", "--json");
        var folder = stage.launched.overrides().get("data.directory");
        assertThat(Path.of(folder)).doesNotExist();
        assertThat(stage.launched.overrides()).containsEntry("plugins.directory", "/srv/plugins");
        assertThat(stage.type("user", "add", "--help").out()).isEqualTo(seen.out());
    }
}
