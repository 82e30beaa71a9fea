package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, switches and what an installation that fails leaves: nothing. With whole plugins it is tried in the distribution. */
class PluginShelfTests {
    private static final PluginShelf.Consent NOTHING = new PluginShelf.Consent(false, false);

    @TempDir
    Path base;

    private SignedFolder plugin;

    @BeforeEach
    void sign() throws Exception {
        plugin = SignedFolder.make(base.resolve("plugins/kill-feed"), "kill-feed");
    }

    @Test
    void keysAreMadeOnceAndThePrivateOneIsTheOwners() throws Exception {
        var signing = shelf().signing();
        var made = signing.newKey(base.resolve("author.pem"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve("author.pem"))))
                .isEqualTo("rw-------");
        var signature = Ed25519.sign(Ed25519.privateKey(Files.readString(base.resolve("author.pem"))), new byte[] {1});
        assertThat(Ed25519.verifies(Ed25519.publicKey(made.publicKey()), new byte[] {1}, signature))
                .isTrue();
        assertThatThrownBy(() -> signing.newKey(base.resolve("author.pem"))).hasMessageContaining("is there already");
        Files.setPosixFilePermissions(base.resolve("author.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> signing.sign(plugin.path(), base.resolve("author.pem")))
                .hasMessageContaining("Everybody can read the private key");
    }

    @Test
    void aKeyIsTrustedByItsTextOrItsFile() throws Exception {
        var signing = shelf().signing();
        var key = plugin.author().publicKey();
        var trusted = signing.trust(key, "Zojja of\nRata Sum");
        assertThat(Path.of(trusted.file())).hasContent(key + " Zojja of Rata Sum\n");
        assertThat(TrustedKeys.of(java.util.List.of(), base.resolve("data")).owner(key))
                .contains("Zojja of Rata Sum");
        var file = Files.writeString(base.resolve("author.pub"), key + " Zojja of Rata Sum\n");
        assertThat(signing.trust(file.toString(), "").file()).isEqualTo(trusted.file());
        assertThatThrownBy(() -> signing.trust("no key", "")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> signing.trust(plugin.author().pem(), "")).isInstanceOf(Fault.class);
    }

    @Test
    void aPrivateKeyGivenByMistakeIsNamedAndNeverTold() throws Exception {
        var signing = shelf().signing();
        var file = base.resolve("author.pem");
        var made = signing.newKey(file);
        var pem = Files.readString(file);
        var body = pem.lines().filter(line -> !line.startsWith("-")).findFirst().orElseThrow();
        for (var text : java.util.List.of(file.toString(), pem, body)) {
            assertThatThrownBy(() -> signing.trust(text, "")).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.sentence()).doesNotContain(body);
                assertThat(fault).hasMessageContaining("looks like a private key");
                assertThat(fault.remedy()).contains(".pub");
            });
        }
        assertThatThrownBy(() -> signing.trust(file.toString(), "")).hasMessageContaining(file.toString());
        assertThatThrownBy(() -> signing.trust(base.resolve("nothing.pub").toString(), ""))
                .hasMessageContaining("name of no file");
        // The public one is everybody's to read, and not what signs.
        Files.setPosixFilePermissions(Path.of(made.publicFile()), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> signing.sign(plugin.path(), Path.of(made.publicFile())))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault).hasMessage(made.publicFile() + " is a public key.");
                    assertThat(fault.remedy()).contains(file + ".");
                });
        assertThatThrownBy(() -> shelf("plugins.trusted", body)).hasMessageNotContaining(body);
    }

    @Test
    void aJarIsNotWhatIsInstalled() {
        assertThatThrownBy(() -> shelf().install(base.resolve("kill-feed.jar"), NOTHING))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.remedy()).contains("-plugin.zip"));
    }

    @Test
    void anotherFolderJudgesAsTheOneThatItIsLent() throws Exception {
        shelf().signing().trust(plugin.author().publicKey(), "Zojja");
        shelf().disable("kill-feed");
        var away = Files.createDirectories(base.resolve("away"));
        PluginShelf.lend(base.resolve("data"), away);
        assertThat(TrustedKeys.of(java.util.List.of(), away)
                        .owner(plugin.author().publicKey()))
                .contains("Zojja");
        assertThat(Switches.in(away).off()).containsExactly("kill-feed");
        PluginShelf.lend(base.resolve("nowhere"), away);
    }

    @Test
    void switchesOutliveTheCommandAndMissNothing() throws Exception {
        assertThat(shelf().disable("kill-feed")).isTrue();
        assertThat(shelf().disable("kill-feed")).isFalse();
        assertThat(shelf().show("kill-feed").state()).isEqualTo("DISABLED");
        assertThat(shelf().show("kill-feed").remedy()).contains("gw2 plugins enable kill-feed");
        assertThat(shelf().enable("kill-feed")).isTrue();
        assertThat(shelf().enable("kill-feed")).isFalse();
        assertThat(shelf().show("kill-feed").state()).isEqualTo("REJECTED");
        assertThatThrownBy(() -> shelf().disable("kil-feed")).hasMessageContaining("did you mean 'kill-feed'?");
        assertThatThrownBy(() -> shelf().enable("nobody")).hasMessageContaining("There is no plugin 'nobody'");
        assertThatThrownBy(() -> shelf("plugins.disabled", "kill-feed").enable("kill-feed"))
                .hasMessageContaining("plugins.disabled");
    }

    @Test
    void whatIsOffAndGoneCanBeSwitchedOn() throws Exception {
        Switches.in(base.resolve("data")).write(new TreeSet<>(java.util.List.of("gone")));
        assertThat(shelf().enable("gone")).isTrue();
        assertThat(base.resolve("data/disabled-plugins")).doesNotExist();
    }

    @Test
    void anInstallationThatIsRefusedLeavesEverythingAsItWas() throws Exception {
        var zip = base.resolve("kill-feed.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(plugin.path())) {
            for (var file : files.toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        assertThatThrownBy(() -> shelf().install(zip, NOTHING)).hasMessageContaining("not trusted here");
        assertThatThrownBy(() -> shelf().signing().verify(zip)).hasMessageContaining("not trusted here");
        // The signature is good, and what was signed is no plugin.
        assertThatThrownBy(() ->
                        shelf("plugins.trusted", plugin.author().publicKey()).install(zip, NOTHING))
                .hasMessageContaining("no module in it provides");
        assertThat(base.resolve("plugins")).isDirectoryContaining(path -> path.endsWith("kill-feed"));
        try (var folders = Files.list(base.resolve("plugins"))) {
            assertThat(folders).hasSize(1);
        }
    }

    @Test
    void whatIsOnItsWayInOrOutIsNoPlugin() throws Exception {
        Files.move(plugin.path(), base.resolve("plugins/.incoming-1"));
        assertThatThrownBy(() -> shelf().show(".incoming-1")).hasMessageContaining("There is no plugin");
    }

    @Test
    void nobodyIsSentToACommandThatRefuses() throws Exception {
        SignedFolder.make(base.resolve("bundled/auth"), "auth");
        SignedFolder.make(base.resolve("bundled/console"), "console");
        assertThatThrownBy(() -> shelf().remove("auth"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.sentence())
                                .isEqualTo(
                                        "The plugin auth came with the server, which does not start without it. It stays."));
        assertThatThrownBy(() -> shelf().remove("console"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault ->
                                assertThat(fault.remedy()).isEqualTo("'gw2 plugins disable console' switches it off."));
    }

    @Test
    void aPluginIsRemovedAndALinkToOneOnlyAsALink() throws Exception {
        var other = SignedFolder.make(base.resolve("elsewhere"), "other").path();
        Files.createSymbolicLink(base.resolve("plugins/other"), other);
        shelf().remove("other");
        assertThat(base.resolve("plugins/other")).doesNotExist();
        assertThat(other).isNotEmptyDirectory();
        shelf().remove("kill-feed");
        assertThat(base.resolve("plugins")).isEmptyDirectory();
    }

    @Test
    void whatIsThereOrMightBeIsNotGone() throws Exception {
        SignedFolder.make(base.resolve("plugins/odd-name"), "raids");
        for (var id : List.of("kill-feed", "raids", "odd-name")) refuses(id, "is installed, in ");
        for (var id : List.of("auth", "log-monitor")) refuses(id, "is ours");
        refuses("data", "is a part of the server");
        for (var id : List.of("../raids", "", "Raids", "raids/x")) refuses(id, "is no id of a plugin");
        remains().requireGone("raid");
        Files.delete(base.resolve("plugins/odd-name/plugin.manifest"));
        refuses("raid", "odd-name cannot be told, so it may be raid.");
    }

    private void refuses(String id, String why) throws Exception {
        var remains = remains();
        assertThatThrownBy(() -> remains.requireGone(id))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> remains.forget(id)).isInstanceOf(Fault.class);
    }

    private PluginRemains remains() throws Exception {
        return shelf().remains(Optional.empty());
    }

    @Test
    void whatIsLeftOfOneThatIsGoneIsFoundAndForgotten() throws Exception {
        for (var id : List.of("gone", "auth", "kill-feed")) {
            Files.writeString(
                    Files.createDirectories(base.resolve("data/plugin").resolve(id))
                            .resolve("mine"),
                    "mine");
        }
        shelf().disable("kill-feed");
        assertThat(remains().withFolder()).containsExactly("gone");
        remains().forget("gone");
        var leaving = shelf().remains(Optional.of("kill-feed"));
        assertThat(leaving.withFolder()).containsExactly("kill-feed");
        leaving.forget("kill-feed");
        assertThat(base.resolve("data/plugin")).isDirectoryContaining(path -> path.endsWith("auth"));
        assertThat(base.resolve("data/plugin/kill-feed")).doesNotExist();
        assertThat(base.resolve("data/disabled-plugins")).doesNotExist();
    }

    private PluginShelf shelf(String... setting) throws Exception {
        return LookingKernel.at(base, setting).shelf();
    }
}
