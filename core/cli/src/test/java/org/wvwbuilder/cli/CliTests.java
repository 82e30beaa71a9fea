package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.SettingProblem;

class CliTests {
    private final FakeBackstage stage = new FakeBackstage();

    @Test
    void withoutWordsTheHelpFitsOneScreen() {
        var seen = stage.type();
        assertThat(seen.exit()).isZero();
        assertThat(seen.out().lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
        assertThat(seen.out()).contains("run", "status", "config", "plugins", "demo", "user", "Accounts");
    }

    @Test
    void theHelpOpensNoPlugin() {
        stage.type("--help");
        assertThat(stage.asked).containsExactly("commands");
    }

    @Test
    void aCommandThatIsAlwaysThereDoesNotAskForThoseOfPlugins() {
        assertThat(stage.type("run").exit()).isEqualTo(143);
        assertThat(stage.asked).containsExactly("serve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set http.port=1 --config my.toml run",
                "run --set=http.port=1 --config=my.toml",
                "run --config my.toml --set http.port=7 --set http.port=1"
            })
    void settingsMayStandBeforeAndAfterTheCommand(String line) {
        assertThat(stage.type(line.split(" ")).exit()).isEqualTo(143);
        assertThat(stage.launched)
                .isEqualTo(new Launch(Optional.of(Path.of("my.toml").toAbsolutePath()), Map.of("http.port", "1")));
    }

    @Test
    void aSettingWithoutValueIsExplained() {
        assertThat(stage.type("run", "--set").err()).isEqualTo("The option --set wants KEY=VALUE after it.\n");
        assertThat(stage.type("run", "--set", "http.port").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void anUnknownCommandIsRefusedWithTheNearestOne() {
        var seen = stage.type("usr", "add");
        assertThat(seen.exit()).isEqualTo(Exit.USAGE);
        assertThat(seen.err()).isEqualTo("'gw2' knows no command 'usr'; did you mean 'user'? Try 'gw2 --help'.\n");
        assertThat(seen.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestOne() {
        var seen = stage.type("status", "--jsn");
        assertThat(seen.exit()).isEqualTo(Exit.USAGE);
        assertThat(seen.err())
                .isEqualTo("'gw2 status' knows no option '--jsn'; did you mean '--json'? Try 'gw2 status --help'.\n");
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void anUnknownOptionBeforeAnyCommandIsRefused() {
        var seen = stage.type("--verbos");
        assertThat(seen.exit()).isEqualTo(Exit.USAGE);
        assertThat(seen.err()).contains("knows no option '--verbos'").doesNotContain("\n\n");
    }

    @Test
    void everyConfigurationProblemIsShownAndTheExitCodeIs78() {
        stage.fault = Optional.of(new ConfigurationFault(List.of(
                new SettingProblem("http.port", "--set", "too big"),
                new SettingProblem("x.y", "etc/gw2.toml", "unknown"))));
        var seen = stage.type("run");
        assertThat(seen.exit()).isEqualTo(78);
        assertThat(seen.err()).contains("2 problems", "http.port (--set): too big", "x.y (etc/gw2.toml): unknown");
    }

    @Test
    void theHelpCanBeReadWithABrokenConfiguration() {
        stage.fault = Optional.of(new ConfigurationFault(List.of(new SettingProblem("http.port", "--set", "too big"))));
        assertThat(stage.type("--help").exit()).isZero();
    }

    @Test
    void theVersionNamesTheJavaThatRunsIt() {
        assertThat(stage.type("--version").out()).startsWith("gw2 1.2.3 (Java 25");
        assertThat(stage.type("--version", "--json").out()).contains("\"version\": \"1.2.3\"");
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void settingsAreListedWithTheirSource() {
        var seen = stage.type("config", "--set", "http.port=9000");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("http.port +9000 +--set +where to listen"));
        assertThat(stage.type("config", "--json").out()).contains("\"key\": \"http.port\"", "\"source\": \"default\"");
    }

    @Test
    void aRefusedPluginIsExplainedAndTheExitCodeSaysSo() {
        stage.plugins.add(FakeBackstage.plugin("auth", "RESOLVED", "", ""));
        assertThat(stage.type("plugins").exit()).isZero();
        stage.plugins.add(FakeBackstage.plugin("bad", "REJECTED", "Its jar is broken.", "Copy it again."));
        var seen = stage.type("plugins");
        assertThat(seen.exit()).isEqualTo(Exit.FAILED);
        assertThat(seen.out()).contains("bad: Its jar is broken. Copy it again.");
    }

    @Test
    void coloursComeOnlyToATerminal() {
        stage.plugins.add(FakeBackstage.plugin("auth", "RESOLVED", "", ""));
        assertThat(stage.type(true, "plugins").out()).contains("\033[32mauth\033[0m");
        assertThat(stage.type(false, "plugins").out()).doesNotContain("\033");
        assertThat(stage.type(true, "plugins", "--json").out()).doesNotContain("\033");
    }

    @Test
    void whatPluginsSayCannotSteerTheTerminal() {
        stage.plugins.add(FakeBackstage.plugin("x", "REJECTED", "\033]52;c;evil\007 \u202e", ""));
        assertThat(stage.type(true, "plugins").out())
                .contains("\\x1b]52;c;evil\\x07 \\u202e")
                .doesNotContain("\033]");
    }

    @Test
    void theSourceOfColourIsTheTerminalUnlessRefused() {
        assertThat(Terminal.system(Map.of("TERM", "xterm", "NO_COLOR", "1")).colour())
                .isFalse();
        assertThat(Terminal.system(Map.of("TERM", "dumb")).colour()).isFalse();
    }
}
