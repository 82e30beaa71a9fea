package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.ModuleDescriptor;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandshakeTests {
    private final Handshake server = new Handshake("2.3.1-SNAPSHOT");

    @Test
    void theSameMajorWithAMinorThatTheServerHasFits() {
        assertThatCode(() -> server.check(builtFor("2.3.0"))).doesNotThrowAnyException();
        assertThatCode(() -> server.check(builtFor("2.0.7"))).doesNotThrowAnyException();
    }

    @Test
    void aNewerApiIsRefusedWithWhatToUpgrade() {
        assertThatThrownBy(() -> server.check(builtFor("2.4.0")))
                .hasMessage("it was built for plugin API 2.4.0, this server has 2.3.1-SNAPSHOT")
                .extracting(fault -> ((Fault) fault).remedy())
                .asString()
                .contains("Upgrade WvW Builder to a release with plugin API 2.4");
        assertThatThrownBy(() -> server.check(builtFor("3.0.0"))).isInstanceOf(Fault.class);
    }

    @Test
    void anOlderMajorIsRefusedWithWhatToInstall() {
        assertThatThrownBy(() -> server.check(builtFor("1.9.0")))
                .extracting(fault -> ((Fault) fault).remedy())
                .asString()
                .contains("built for API 2.x");
    }

    @Test
    void whoeverDoesNotRequireTheApiIsRefused() {
        var plain = ModuleDescriptor.newModule("com.example").build();
        assertThatThrownBy(() -> server.check(plain))
                .hasMessageContaining("does not require org.wvwbuilder.plugin.api");
    }

    private static ModuleDescriptor builtFor(String version) {
        return ModuleDescriptor.newModule("com.example")
                .requires(Set.of(), "org.wvwbuilder.plugin.api", ModuleDescriptor.Version.parse(version))
                .build();
    }
}
