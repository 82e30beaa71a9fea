package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.PluginShelf.Consent;
import org.wvwbuilder.kernel.PluginSigning.Judged;

/** What takes a word more, before one edition of a plugin is put in the place of another. */
class FormerTests {
    private static final Consent NONE = new Consent(false, false);
    private static final Former FORMER = new Former("1.10.0", "mine");

    @Test
    void aNewerEditionWithTheSameKeyIsTaken() throws Exception {
        FORMER.requireConsent(judged("1.11.0", "mine"), NONE);
        FORMER.requireConsent(judged("1.10.0", "mine"), NONE);
        new Former("", "").requireConsent(judged("1.0.0", "mine"), NONE);
    }

    @Test
    void anOlderOneWantsTheWordDowngrade() throws Exception {
        assertThatThrownBy(() -> FORMER.requireConsent(judged("1.9.0", "mine"), new Consent(false, true)))
                .hasMessage("The plugin raids 1.10.0 is there, which is newer than 1.9.0.")
                .extracting(fault -> ((Fault) fault).remedy())
                .asString()
                .contains("--downgrade");
        FORMER.requireConsent(judged("1.9.0", "mine"), new Consent(true, false));
    }

    @Test
    void anotherKeyOrNoneWantsTheWordYes() throws Exception {
        for (var key : List.of("yours", "")) {
            assertThatThrownBy(() -> FORMER.requireConsent(judged("2.0.0", key), new Consent(true, false)))
                    .hasMessageContaining("signed with the key mine")
                    .extracting(fault -> ((Fault) fault).remedy())
                    .asString()
                    .contains("--yes");
            FORMER.requireConsent(judged("2.0.0", key), new Consent(false, true));
            assertThat(FORMER.anotherKey(judged("2.0.0", key))).isTrue();
        }
    }

    private static Judged judged(String version, String key) {
        return new Judged("raids", version, "Zojja", key, List.of());
    }
}
