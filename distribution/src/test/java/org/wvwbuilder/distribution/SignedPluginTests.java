package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.PluginForge;

/** Quality P2: third-party plugins run when somebody trusted signed each of their files, and not otherwise. */
class SignedPluginTests {

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private PluginForge forge;

    @BeforeEach
    void forge() {
        forge = new PluginForge(Tarball.home().resolve("lib/ground"), scratch);
    }

    @Test
    void withoutAGoodSignatureNoneOfItsCodeRunsAndTheOthersServe() throws Exception {
        var author = HandSigned.author();
        for (var id : new String[] {"well", "changed", "missing", "extra", "wrong-id", "unknown-key", "unsigned"}) {
            var at = Files.createDirectories(folder.resolve("data/plugins").resolve(id));
            plugin(at, id);
            Files.writeString(at.resolve("LICENSE"), "yours");
            if (id.equals("unknown-key")) HandSigned.author().sign(at, id);
            else if (!id.equals("unsigned")) author.sign(at, id.equals("wrong-id") ? "auth" : id);
        }
        var plugins = folder.resolve("data/plugins");
        Files.writeString(plugins.resolve("changed/changed.jar"), "x", StandardOpenOption.APPEND);
        Files.delete(plugins.resolve("missing/LICENSE"));
        Files.writeString(plugins.resolve("extra/more.txt"), "");
        var reasons = Map.of(
                "changed", "its file changed.jar was changed after it was signed",
                "missing", "its file LICENSE is missing",
                "extra", "the file more.txt lies in its folder and is not signed",
                "wrong-id", "it is signed as 'auth', and calls itself 'wrong-id'",
                "unknown-key", "which is not trusted here",
                "unsigned", "it is not signed");
        try (var gw2 = Gw2.in(folder).with("GW2_PLUGINS_TRUSTED", author.publicKey() + " Zojja")) {
            Accounts.add(gw2, "admin", "admin");
            var admin = Accounts.signIn(gw2.run(), "admin");
            assertThat(admin.get("/api/v1/well").body()).contains("well met");
            assertThat(ran("well")).exists();
            var seen = Plugins.read(admin.get("/api/v1/plugins?limit=200").body());
            reasons.forEach((id, reason) -> {
                assertThat(seen.get(id).state()).as(id).isEqualTo("REJECTED");
                assertThat(seen.get(id).reason()).as(id).contains(reason);
                assertThat(seen.get(id).remedy()).as(id).isNotEmpty();
                assertThat(ran(id)).as(id).doesNotExist();
            });
        }
    }

    @Test
    void aPluginIsSignedAndInstalledAndSwitchedAndRemoved() throws Exception {
        var made = Files.createDirectories(scratch.resolve("well"));
        plugin(made, "well");
        var key = scratch.resolve("author.pem").toString();
        var zip = scratch.resolve("well.zip").toString();
        try (var gw2 = Gw2.in(folder)) {
            assertThat(gw2.command("plugins", "keys", "new", key).exit()).isZero();
            require(gw2, 1, "is there already", "plugins", "keys", "new", key);
            zip(made, zip);
            require(gw2, 1, "it is not signed", "plugins", "install", zip);
            require(gw2, 0, "which nobody signed", "plugins", "install", zip, "--set", "plugins.unsigned=allow");
            require(gw2, 0, "Removed", "plugins", "remove", "well", "--yes");
            require(gw2, 0, "Signed well", "plugins", "sign", made.toString(), "--key", key);
            zip(made, zip);
            require(gw2, 1, "gw2 plugins trust", "plugins", "install", zip);
            assertThat(folder.resolve("data/plugins")).isEmptyDirectory();
            require(gw2, 0, "Zojja", "plugins", "trust", key + ".pub", "--name", "Zojja");
            require(gw2, 0, "is as Zojja signed it", "plugins", "verify", zip);
            require(gw2, 0, "next start", "plugins", "install", zip);
            require(gw2, 0, "\"signed_by\": \"Zojja\"", "plugins", "show", "well", "--json");
            // The help opens the plugin on a folder that is thrown away, where the key is trusted as well.
            for (var words : new String[][] {{"well", "--help"}, {"help", "well"}, {"well", "met", "--help"}}) {
                require(gw2, 0, "greets whoever comes", words);
            }
            var server = gw2.run();
            assertThat(server.get("/api/v1/well").body()).contains("well met");
            server.terminate();
            require(gw2, 0, "Replaced well", "plugins", "install", zip);
            // Signed by somebody else, whom the operator trusts as well: that is said, and wants a word.
            var other = scratch.resolve("other.pem").toString();
            require(gw2, 0, "keep it secret", "plugins", "keys", "new", other);
            require(gw2, 1, "is a public key", "plugins", "sign", made.toString(), "--key", other + ".pub");
            require(gw2, 1, "looks like a private key", "plugins", "trust", other);
            require(gw2, 0, "Signed well", "plugins", "sign", made.toString(), "--key", other);
            require(gw2, 0, "Evil", "plugins", "trust", other + ".pub", "--name", "Evil");
            zip(made, zip);
            require(gw2, 1, "is signed with the key", "plugins", "install", zip);
            require(gw2, 0, "by Evil. The one before was signed with another key", "plugins", "install", zip, "--yes");
            require(gw2, 0, "Switched well off", "plugins", "disable", "well");
            require(gw2, 0, "gw2 plugins enable well", "plugins", "show", "well");
            require(gw2, 1, "does not start without", "plugins", "disable", "auth");
            require(gw2, 0, "Switched well on", "plugins", "enable", "well");
            assertThat(gw2.command("plugins", "list").out()).containsPattern("well +accepted");
            require(gw2, 2, "--yes", "plugins", "remove", "well");
            require(gw2, 1, "came with the server", "plugins", "remove", "builds", "--yes");
            require(gw2, 0, "Removed", "plugins", "remove", "well", "--yes");
            require(gw2, 1, "There is no plugin 'well'", "plugins", "show", "well");
            assertThat(folder.resolve("data/plugins")).isEmptyDirectory();
        }
    }

    private static void require(Gw2 gw2, int exit, String says, String... words) throws Exception {
        var ended = gw2.command(words);
        assertThat(ended.exit())
                .as(String.join(" ", words) + ":\n" + ended.output())
                .isEqualTo(exit);
        assertThat(ended.output()).contains(says);
    }

    private static void zip(Path from, String to) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(Path.of(to)));
                var files = Files.list(from)) {
            for (var file : files.toList()) {
                out.putNextEntry(new ZipEntry("well-1.0/" + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** The trace that a plugin's code leaves when any of it runs. */
    private Path ran(String id) {
        return scratch.resolve("ran-" + id);
    }

    private void plugin(Path at, String id) throws IOException {
        forge.forge(
                at.resolve(id + ".jar"),
                PluginForge.sources(
                        id.replace("-", ""),
                        "id = \"%s\", title = \"Made\", commands = \"%s\"".formatted(id, id),
                        """
                        public final class Made implements Plugin {
                            static {
                                try {
                                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "");
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            }
                            public OpenPlugin open(PluginContext context) {
                                return OpenPlugin.of(
                                        new Contribution.Resource(new Greeting()),
                                        new Contribution.Command("%s", "greets whoever comes", List.of(new Subcommand(
                                                "met", "greets whoever comes", List.of(), List.of(),
                                                call -> new Subcommand.Answer("well", "well met")))));
                            }
                            @Path("%s")
                            public static final class Greeting {
                                @GET @PermitAll public List<String> get() { return List.of("well met"); }
                            }
                        }""".formatted(ran(id), id, id)));
    }
}
