package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.PluginForge;

/** Quality P1: a plugin that is broken in any phase leaves the others alone, and says what to do about it. */
class PluginRefusalTests {

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void eachOfTenBrokenPluginsIsRefusedWithItsReasonWhileTheOthersServe() throws Exception {
        var forge = new PluginForge(Tarball.home().resolve("lib/ground"), scratch);
        var expected = new BrokenPlugins(forge, folder.resolve("data/plugins")).forgeAll();
        forge.forge(
                folder.resolve("data/plugins/well/well.jar"),
                PluginForge.sources("well", "id = \"well\", title = \"Well\"", """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of(new Contribution.Resource(new Greeting()));
                    }
                    @Path("well")
                    public static final class Greeting {
                        @GET @PermitAll public List<String> get() {
                            return List.of("well met", sees("org.wvwbuilder.plugin.Plugin"), sees("org.wvwbuilder.server.Main"),
                                    sees("com.fasterxml.jackson.databind.ObjectMapper"));
                        }
                        private static String sees(String name) {
                            try {
                                return "sees " + Class.forName(name).getSimpleName();
                            } catch (ClassNotFoundException hidden) {
                                return "no " + name;
                            }
                        }
                    }
                }"""));
        try (var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            var server = gw2.run(settings());
            assertThat(server.text()).contains("plugins.unsigned is \"allow\"");
            var admin = Accounts.signIn(server, "admin");
            assertThat(admin.get("/api/v1/well").body())
                    .contains("well met", "sees Plugin", "no org.wvwbuilder.server.Main", "no com.fasterxml.jackson");
            assertThat(admin.saveBuild("still saved").statusCode()).isEqualTo(201);
            assertThat(admin.get("/api/v1/health").body())
                    .contains("\"degraded\"", "plugins without a signature may run");
            var plugins = Plugins.read(admin.get("/api/v1/plugins?limit=200").body());
            expected.forEach((id, what) -> {
                assertThat(plugins).as(id).containsKey(id);
                var plugin = plugins.get(id);
                assertThat(plugin.state()).as(id + ": " + plugin).isEqualTo(what.state());
                assertThat(plugin.reason()).as(id).contains(what.reason());
                assertThat(plugin.remedy()).as(id).contains(what.remedy());
            });
            assertThat(plugins.values().stream()
                            .filter(plugin -> plugin.state().equals("RUNNING"))
                            .map(Plugins.Plugin::id))
                    .contains("auth", "builds", "console", "dashboard", "health", "twin", "well");
        }
    }

    @Test
    void aRequiredPluginThatDoesNotRunEndsTheProcessWith78() throws Exception {
        var forge = new PluginForge(Tarball.home().resolve("lib/ground"), scratch);
        new BrokenPlugins(forge, folder.resolve("data/plugins")).forgeAll();
        try (var gw2 = Gw2.in(folder)) {
            var ended = gw2.with("GW2_PLUGINS_UNSIGNED", "allow")
                    .command("run", "--set", "plugins.required=auth,throws-in-open", "--set", "plugins.deadline=2s");
            assertThat(ended.exit()).isEqualTo(78);
            assertThat(ended.out() + ended.err()).contains("throws-in-open").contains("the moon is full");
        }
    }

    private static String[] settings() {
        var words = new ArrayList<String>();
        for (var setting : BrokenPlugins.settings()) words.addAll(List.of("--set", setting));
        return words.toArray(String[]::new);
    }
}
