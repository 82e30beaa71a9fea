package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.SettingDescription;

final class StrayVariablesTests {
    private static final List<SettingDescription> SETTINGS =
            List.of(new SettingDescription("http.port", "8000", "default", "8000", "where to listen", false));

    @Test
    void aSlipIsToldWithWhatWasProbablyMeant() {
        assertThat(StrayVariables.in(List.of("GW2_HTP_PORT"), SETTINGS))
                .containsExactly(
                        "the variable GW2_HTP_PORT is no setting and does nothing; did you mean GW2_HTTP_PORT?");
    }

    @Test
    void settingsTheScriptsOwnAndOtherProgramsVariablesAreNot() {
        assertThat(StrayVariables.in(List.of("GW2_HTTP_PORT", "GW2_BASE", "PATH"), SETTINGS))
                .isEmpty();
    }
}
