package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.plugin.Subcommand;

class PlainWordsTests {
    private static final Subcommand LOGS = new Subcommand(
            "",
            "shows",
            List.of(),
            List.of(
                    new Subcommand.Option("errors", "", "errors", false, "e"),
                    new Subcommand.Option("lines", "N", "so many", false, "n")),
            call -> Subcommand.Answer.PRINTED);

    @Test
    void readsOptionsByNameAndLetterAmongTheOnesThatAllShare() {
        var words = List.of("--set", "logs.days=3", "logs", "-e", "-n", "50", "--config", "my.toml", "--json");
        var read = PlainWords.read(words, LOGS).orElseThrow();
        assertThat(read.flag("errors")).isTrue();
        assertThat(read.option("lines")).contains("50");
        assertThat(read.json()).isTrue();
        var nothing = PlainWords.read(List.of("logs"), LOGS).orElseThrow();
        assertThat(nothing.flag("errors")).isFalse();
        assertThat(nothing.option("lines")).isEmpty();
        assertThat(nothing.json()).isFalse();
    }

    @Test
    void theLastOfTwoHolds() {
        var read = PlainWords.read(List.of("logs", "-n", "1", "--lines", "2"), LOGS);
        assertThat(read.orElseThrow().option("lines")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs --nonsense",
                "logs more",
                "logs -en 5",
                "logs -n5",
                "logs --lines=5",
                "logs -n",
                "logs -n -e",
                "logs --set",
                "logs --help",
                "logs --",
                "@file",
                "logs @file",
                "logs -n @file",
                "--json"
            })
    void leavesAllElseToWhoKnowsMore(String line) {
        assertThat(PlainWords.read(List.of(line.split(" ")), LOGS)).isEmpty();
    }

    @Test
    void whatMustBeThereIsMissedByWhoKnowsMore() {
        var wanting = new Subcommand(
                "",
                "wants",
                List.of(new Subcommand.Argument("name", "who", true)),
                List.of(),
                call -> Subcommand.Answer.PRINTED);
        assertThat(PlainWords.read(List.of("user"), wanting)).isEmpty();
        var option = new Subcommand(
                "",
                "wants",
                List.of(),
                List.of(new Subcommand.Option("email", "E", "where", true)),
                call -> Subcommand.Answer.PRINTED);
        assertThat(PlainWords.read(List.of("user"), option)).isEmpty();
    }
}
