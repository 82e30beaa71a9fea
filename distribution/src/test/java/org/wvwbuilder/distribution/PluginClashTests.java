package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.testing.PluginForge.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.PluginForge;

/**
 * What a plugin of somebody else cannot have, because one of ours has it, whichever of the two names comes first; and how
 * the commands tell it.
 */
class PluginClashTests {
    private static final String OPEN = """
            public final class Made implements Plugin {
                public OpenPlugin open(PluginContext context) {
                    return OpenPlugin.of(%s);
                }
                %s
            }""";

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    /** Ids from the beginning of the alphabet: that is what made them win. */
    private Map<String, String> forgeAll() throws IOException {
        var expected = new LinkedHashMap<String, String>();
        forge("aaa-path", "", "new Contribution.Resource(new Door())", """
                @Path("auth") public static final class Door {
                    @GET @PermitAll public List<String> get() { return List.of("mine"); }
                }""");
        expected.put("aaa-path", "FAILED which the plugin 'auth' has already");
        forge("aaa-site", "", "new Contribution.Site(\"site\")", "");
        expected.put("aaa-site", "FAILED of the plugin 'console'");
        forge("aaa-desk", "", "new Contribution.Authentication(token -> { throw new IllegalStateException(); })", "");
        expected.put("aaa-desk", "FAILED 'auth' has one already");
        forge("aaa-page", "", """
                new Contribution.Panel("builds", new Text("B", "B"), Contribution.Panel.Slot.PAGE, "p.js", "list",
                        java.util.Set.of(), 0)""", "");
        expected.put("aaa-page", "FAILED where the plugin 'builds' has a page already");
        forge("aaa-command", ", commands = \"user\"", "", "");
        expected.put("aaa-command", "REJECTED the command 'user', which the plugin 'auth' has already");
        forge("aaa-own", ", commands = \"run\"", "", "");
        expected.put("aaa-own", "REJECTED the command 'run', which the server has already");
        forge("aaa-table", ", table = \"auth\"", "", "");
        expected.put("aaa-table", "REJECTED [auth]");
        forge("aaa-host", ", table = \"http\"", "", "");
        expected.put("aaa-host", "REJECTED which is the server's");
        forge("log", "", "", "");
        expected.put("log", "REJECTED those of the plugin 'log-monitor'");
        return expected;
    }

    private void forge(String id, String more, String contributions, String inside) throws IOException {
        forge(folder.resolve("data/plugins").resolve(id).resolve(id + ".jar"), id, more, contributions, inside);
    }

    private void forge(Path jar, String id, String more, String contributions, String inside) throws IOException {
        var name = id.replace("-", "");
        var all = new HashMap<>(sources(
                name, "id = \"%s\", title = \"%s\"%s".formatted(id, id, more), OPEN.formatted(contributions, inside)));
        all.put("META-INF/wvw/ui/p.js", "export default class extends HTMLElement {}");
        all.put("META-INF/wvw/ui/site/index.html", "<p>mine</p>");
        new PluginForge(Tarball.home().resolve("lib/ground"), scratch).forge(jar, all);
    }

    @Test
    void oursKeepsWhatItHasAndTheCommandsTellWhyTheOtherDoesNotRun() throws Exception {
        var expected = forgeAll();
        try (var gw2 = Gw2.in(folder).with("GW2_PLUGINS_UNSIGNED", "allow")) {
            Accounts.add(gw2, "admin", "admin");
            var server = gw2.run();
            var admin = Accounts.signIn(server, "admin");
            var plugins = Plugins.read(admin.get("/api/v1/plugins?limit=200").body());
            expected.forEach((id, what) -> {
                var plugin = plugins.get(id);
                assertThat(plugin.state() + " " + plugin.reason())
                        .as(id)
                        .startsWith(what.substring(0, what.indexOf(' ')))
                        .contains(what.substring(what.indexOf(' ') + 1));
            });
            assertThat(plugins.values().stream()
                            .filter(plugin -> !expected.containsKey(plugin.id()))
                            .map(Plugins.Plugin::state))
                    .containsOnly("RUNNING");
            assertThat(admin.get("/").body()).doesNotContain("mine");
            toldByTheCommands(gw2, plugins.get("aaa-path"));
        }
    }

    /** Of two of others the older one goes on, whatever the two are called, and whoever put the newer one there. */
    @Test
    void whatIsInPlaceIsNotStoppedByWhatComesLater() throws Exception {
        var door = """
                @Path("raids") public static final class Door {
                    @GET @PermitAll public List<String> get() { return List.of("%s"); }
                }""";
        var both = "new Contribution.Resource(new Door()), new Contribution.Panel(\"raids\", new Text(\"R\", \"R\"),"
                + " Contribution.Panel.Slot.PAGE, \"p.js\", \"list\", java.util.Set.of(), 0)";
        forge("zzz", ", commands = \"raid\"", both, door.formatted("zzz"));
        try (var gw2 = Gw2.in(folder).with("GW2_PLUGINS_UNSIGNED", "allow")) {
            Accounts.add(gw2, "admin", "admin");
            var first = gw2.run();
            assertThat(first.get("/api/v1/raids").body()).contains("zzz");
            // One is installed by the command, one is put there by hand, and one wants what stands in declarations
            // only.
            Plugins.command(
                    gw2,
                    "plugins",
                    "install",
                    zip("aaa", both, door.formatted("aaa")).toString());
            forge("aab", "", "new Contribution.Resource(new Door())", door.formatted("aab"));
            forge("aac", ", commands = \"raid\"", "", "");
            // The commands know it before the server starts with them.
            assertThat(gw2.command("plugins", "show", "aac").out())
                    .contains("the command 'raid', which the plugin 'zzz' has already");
            first.terminate();
            for (var start = 1; start <= 2; start++) {
                var server = gw2.run();
                assertThat(server.get("/api/v1/raids").body()).contains("zzz");
                var admin = Accounts.signIn(server, "admin");
                var plugins =
                        Plugins.read(admin.get("/api/v1/plugins?limit=200").body());
                assertThat(plugins.get("zzz").state()).isEqualTo("RUNNING");
                for (var id : java.util.List.of("aaa", "aab")) {
                    assertThat(plugins.get(id).state()).as(id).isEqualTo("FAILED");
                    assertThat(plugins.get(id).reason()).contains("the plugin 'zzz' has");
                    assertThat(plugins.get(id).remedy()).contains("list '" + id + "' under plugins.disabled");
                }
                assertThat(plugins.get("aac").state()).isEqualTo("REJECTED");
                server.terminate();
            }
            assertThat(folder.resolve("data/plugin-arrivals"))
                    .content()
                    .matches("(?s)\\S+ zzz\n\\S+ aaa\n\\S+ aab\n\\S+ aac\n");
            // What is taken away has no place any more, and comes as the last when it comes again.
            Plugins.command(gw2, "plugins", "remove", "zzz", "--yes");
            forge("zzz", "", both, door.formatted("zzz"));
            assertThat(gw2.run().get("/api/v1/raids").body()).contains("aaa");
        }
    }

    private Path zip(String id, String contributions, String inside) throws IOException {
        var jar = scratch.resolve(id + ".jar");
        forge(jar, id, "", contributions, inside);
        var zip = scratch.resolve(id + ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(id + ".jar"));
            Files.copy(jar, out);
            out.closeEntry();
        }
        return zip;
    }

    /** The server writes it down in the first seconds; until then the commands say that they do not know yet. */
    private static void toldByTheCommands(Gw2 gw2, Plugins.Plugin refused) throws Exception {
        Await.until(
                "the server has told its states",
                () -> gw2.command("plugins").out().matches("(?s).*aaa-path +FAILED.*"));
        var list = gw2.command("plugins");
        assertThat(list.exit()).isEqualTo(1);
        assertThat(list.out()).contains("aaa-path: " + refused.reason() + "; " + refused.remedy());
        assertThat(list.out()).containsPattern("auth +\\S+ +RUNNING");
        var shown = gw2.command("plugins", "show", "aaa-path").out();
        assertThat(shown).contains("  state    FAILED", "  reason   " + refused.reason(), "  to do    ");
        // Another plugin's command says nothing of them, and the general help does not stumble over two of one name.
        assertThat(gw2.command("user", "list").err()).isEmpty();
        assertThat(gw2.command("--help").exit()).isZero();
    }
}
