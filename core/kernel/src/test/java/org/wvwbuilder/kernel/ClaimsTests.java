package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.PluginModule;

/** What two plugins cannot both have is kept by the first, and what is lent by both is found of ours first. */
class ClaimsTests {
    private final Claims claims = new Claims();

    @BeforeEach
    void ours() throws Fault {
        claims.take(descriptor("auth", "auth", "user"), new Candidate(Path.of("bundled/auth"), true));
        claims.take(descriptor("log-monitor", "logs"), new Candidate(Path.of("bundled/logs"), true));
    }

    @Test
    void anIdIsKeptAndBothFoldersAreNamed() {
        assertThatThrownBy(() -> take("auth", "other"))
                .hasMessageContaining("has the id 'auth' already, in bundled/auth; this one lies in plugins/auth")
                .extracting(fault -> ((Fault) fault).remedy())
                .asString()
                .contains("came with the server");
    }

    @Test
    void aTableOfTheSettingsIsKept() {
        assertThatThrownBy(() -> take("aaa", "auth"))
                .hasMessageContaining("[auth]")
                .hasMessageContaining("the plugin 'auth'");
    }

    @Test
    void aCommandIsKeptAndWhoWantedItTakesNothingElse() throws Exception {
        assertThatThrownBy(() -> take("aaa", "aaa", "raids", "user"))
                .hasMessageContaining("the command 'user'")
                .hasMessageContaining("the plugin 'auth'");
        take("bbb", "bbb", "raids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plugins", "help"})
    void aCommandOfTheServersIsNobodys(String command) throws Exception {
        assertThatThrownBy(() -> take("aaa", "aaa", "raids", command))
                .hasMessage("it brings the command '" + command + "', which the server has already")
                .extracting(fault -> ((Fault) fault).remedy())
                .asString()
                .contains("another name");
        take("bbb", "bbb", "raids", "runs");
    }

    @Test
    void whatWouldBeInReachOfAnothersTablesIsRefused() throws Exception {
        assertThatThrownBy(() -> take("log", "log")).hasMessageContaining("those of the plugin 'log-monitor'");
        take("auth-more", "auth-more");
        take("au", "au");
    }

    @Test
    void theServersOffersComeFirstThenThoseInTheOrderOfTheirPlugins() throws Exception {
        var offers = new Offers();
        for (var id : List.of("console", "aaa")) {
            offers.install(new FakePlugin(id), List.of(new Offer<>(Platform.class, platform())));
        }
        offers.lend(Platform.class, platform());
        assertThat(offers.lent(Platform.class)).extracting(Kernel.Lent::owner).containsExactly("", "console", "aaa");
    }

    private static Platform platform() {
        return (Platform) java.lang.reflect.Proxy.newProxyInstance(
                Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, (proxy, method, values) -> null);
    }

    private void take(String id, String table, String... commands) throws Fault {
        claims.take(descriptor(id, table, commands), new Candidate(Path.of("plugins", id), false));
    }

    private static Descriptor descriptor(String id, String table, String... commands) {
        return new Descriptor(id, id, table, PluginModule.NoConfig.class, List.of(commands), true);
    }
}
