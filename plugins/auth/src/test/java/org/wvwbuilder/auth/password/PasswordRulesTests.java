package org.wvwbuilder.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
    private final PasswordRules rules = new PasswordRules(12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "qwertyuiop123",
                "azertyuiopqsdf",
                "123456789012",
                "aaaaaaaaaaaa",
                "iloveyouiloveyou",
                "Correct Horse Battery Staple",
                "GuildWars2-2026",
                "1q2w3e4r5t6y",
                "Stonemist Castle 2026",
                "GuildCommander!",
                "ilovequaggan2012"
            })
    void whatAttackersTryFirstIsRefused(String password) {
        assertThat(rules.objection(password, "aria", "aria@guild.example")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eleven char", "short", ""})
    void whatIsShortIsRefused(String password) {
        assertThat(rules.objection(password, "aria", "aria@guild.example"))
                .hasValueSatisfying(why -> assertThat(why).contains("12"));
    }

    @Test
    void justLongEnoughIsLongEnough() {
        assertThat(rules.objection("tower of blu", "aria", "aria@guild.example"))
                .isEmpty();
        assertThat(rules.objection("tower of bl", "aria", "aria@guild.example")).isPresent();
    }

    @Test
    void theAccountsOwnNamesAreRefused() {
        assertThat(rules.objection("Aria.Silverleaf", "aria.silverleaf", "a@guild.example"))
                .isPresent();
        assertThat(rules.objection("someone@guild.example", "aria", "Someone@Guild.example"))
                .isPresent();
        assertThat(rules.objection("silverleaf.aria", "aria", "silverleaf.aria@guild.example"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tower of blue lanterns",
                "aaaabbbbccccdddd!",
                "ein sehr langer satz",
                "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03\uD83D\uDE04\uD83D\uDE05\uD83D\uDE06\uD83D\uDE07\uD83D\uDE08\uD83D\uDE09\uD83D\uDE0A\uD83D\uDE0B"
            })
    void noKindOfCharacterIsDemanded(String password) {
        assertThat(rules.objection(password, "aria", "aria@guild.example")).isEmpty();
    }

    @Test
    void theListIsLongEnoughToMatter() {
        assertThat(new CommonPasswords().size()).isGreaterThan(8_000);
    }
}
