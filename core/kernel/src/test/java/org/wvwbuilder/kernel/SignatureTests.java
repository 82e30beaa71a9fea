package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Platform.PluginStatus;

/** Quality P2: what nobody vouches for is refused before it is read, with its reason and remedy. */
class SignatureTests {
    /** What a folder that was let in is refused for: its jars are no modules of plugins. */
    private static final String LET_IN = "no module in it provides org.wvwbuilder.plugin.Plugin";

    @TempDir
    Path base;

    private SignedFolder plugin;

    @BeforeEach
    void sign() throws Exception {
        plugin = SignedFolder.make(base.resolve("plugins/kill-feed"), "kill-feed");
    }

    @Test
    void whatATrustedKeySignedIsLetIn() throws Exception {
        assertThat(judge("plugins.trusted", plugin.author().publicKey() + " Zojja")
                        .reason())
                .isEqualTo(LET_IN);
    }

    @Test
    void aKeyMayLieInAFileInEitherSpelling() throws Exception {
        var folder = Files.createDirectories(TrustedKeys.folder(base.resolve("data")));
        Files.writeString(folder.resolve("zojja.pub"), plugin.author().publicKey() + " Zojja\n");
        assertThat(judge().reason()).isEqualTo(LET_IN);
        var x509 = java.util.Base64.getEncoder()
                .encodeToString(Ed25519.publicKey(plugin.author().publicKey()).getEncoded());
        Files.writeString(
                folder.resolve("zojja.pub"), "-----BEGIN PUBLIC KEY-----\n" + x509 + "\n-----END PUBLIC KEY-----\n");
        assertThat(judge().reason()).isEqualTo(LET_IN);
        Files.writeString(folder.resolve("taimi.pub"), "no key");
        requireRejected(judge(), "taimi.pub", "Mend or remove that file");
    }

    @Test
    void withoutASignatureItIsRefusedUnlessTheSettingAllowsIt() throws Exception {
        Files.delete(plugin.manifest());
        requireRejected(trusting(), "it is not signed", "unsigned = \"allow\" below [plugins]");
        assertThat(judge("plugins.unsigned", "allow").reason()).isEqualTo(LET_IN);
    }

    @Test
    void anUnknownKeyIsRefusedAndNamed() throws Exception {
        requireRejected(
                judge("plugins.trusted", Ed25519.generate().publicKey()),
                "it is signed with the key " + plugin.author().publicKey() + ", which is not trusted here",
                "gw2 plugins trust " + plugin.author().publicKey());
        requireRejected(judge("plugins.unsigned", "allow"), "which is not trusted here", "gw2 plugins trust");
    }

    @Test
    void aTrustedKeyInTheManifestDoesNotMakeAnotherOnesSignatureGood() throws Exception {
        var theirs = plugin.author().publicKey();
        var mine = SignedFolder.make(base.resolve("plugins/kill-feed"), "kill-feed");
        mine.write(mine.text().replace(mine.author().publicKey(), theirs));
        requireRejected(trusting(), "was changed after", "Do not use it");
    }

    @Test
    void eachChangedFileIsRefused() throws Exception {
        for (var name : new String[] {"kill-feed.jar", "library.jar", "LICENSE"}) {
            var file = plugin.path().resolve(name);
            var good = Files.readAllBytes(file);
            var bad = good.clone();
            bad[bad.length / 2] ^= 1;
            Files.write(file, bad);
            requireRejected(trusting(), "its file " + name + " was changed after it was signed", "Do not use it");
            Files.write(file, good);
        }
        assertThat(trusting().reason()).isEqualTo(LET_IN);
    }

    @Test
    void aMissingFileIsRefused() throws Exception {
        Files.delete(plugin.path().resolve("library.jar"));
        requireRejected(trusting(), "its file library.jar is missing", "Copy the plugin's folder again");
    }

    @Test
    void anExtraFileIsRefused() throws Exception {
        Files.writeString(plugin.path().resolve("more.jar"), "more");
        requireRejected(trusting(), "the file more.jar lies in its folder and is not signed", "Take it away");
    }

    @Test
    void foldersLinksAndNamesThatDifferByCaseAreRefused() throws Exception {
        var extra = plugin.path().resolve("extra");
        Files.createDirectory(extra);
        requireRejected(trusting(), "'extra' is a folder, a link", "Take it away");
        Files.delete(extra);
        Files.createSymbolicLink(extra, plugin.path().resolve("LICENSE"));
        requireRejected(trusting(), "'extra' is a folder, a link", "Take it away");
        Files.delete(extra);
        Files.writeString(plugin.path().resolve("license"), "yours");
        requireRejected(trusting(), "differs from another by its case only", "Take it away");
        Files.delete(plugin.path().resolve("license"));
        Files.writeString(plugin.path().resolve(".hidden"), "");
        requireRejected(trusting(), "'.hidden' has a name", "Take it away");
    }

    @Test
    void aLinkInPlaceOfAManifestIsRefused() throws Exception {
        Files.move(plugin.manifest(), base.resolve("elsewhere"));
        Files.createSymbolicLink(plugin.manifest(), base.resolve("elsewhere"));
        requireRejected(trusting(), "it is no plain file", "sign it again");
    }

    @Test
    void aManifestOfALaterFormatIsRefusedWithWhatToUpgrade() throws Exception {
        plugin.write(plugin.text().replaceFirst("wvw-plugin 1", "wvw-plugin 2"));
        requireRejected(trusting(), "is of format 2, this server reads format 1", "Upgrade WvW Builder");
    }

    @Test
    void anyByteThatIsChangedInTheManifestMakesItRefused() throws Exception {
        var good = plugin.text();
        assertThat(trusting().reason()).isEqualTo(LET_IN);
        for (var at = 0; at < good.length(); at++) {
            for (var bit : new int[] {1, 1 << 5}) {
                var bad = good.getBytes(StandardCharsets.US_ASCII);
                bad[at] ^= (byte) bit;
                Files.write(plugin.manifest(), bad);
                assertThat(trusting().reason()).as("byte " + at).isNotEqualTo(LET_IN);
            }
        }
        plugin.write(good + "\n");
        assertThat(trusting().reason()).contains("is damaged");
        plugin.write("");
        assertThat(trusting().reason()).contains("is damaged");
    }

    @Test
    void sumsInAnotherOrderOrTwiceAreRefused() throws Exception {
        var lines = new ArrayList<>(plugin.text().lines().toList());
        Collections.swap(lines, 3, 4);
        plugin.write(String.join("\n", lines) + "\n");
        assertThat(trusting().reason()).contains("not in their order");
        Collections.swap(lines, 3, 4);
        lines.add(3, lines.get(3));
        plugin.write(String.join("\n", lines) + "\n");
        assertThat(trusting().reason()).contains("not in their order");
    }

    /** Base64 of 64 bytes leaves four bits of its last letter to chance, and decoders pass over them. */
    @Test
    void anotherSpellingOfTheSameSignatureIsRefused() throws Exception {
        var good = plugin.text();
        var last = good.length() - "==\n".length() - 1;
        var letter = good.charAt(last);
        var other = Map.of('A', 'B', 'Q', 'R', 'g', 'h', 'w', 'x').get(letter);
        plugin.write(good.substring(0, last) + other + good.substring(last + 1));
        assertThat(trusting().reason()).contains("not base64 in the usual spelling");
    }

    @Test
    void theIdMustBeTheSignedOne() throws Exception {
        var manifest = Manifest.in(plugin.path());
        Signatures.requireId(manifest, "kill-feed");
        assertThatThrownBy(() -> Signatures.requireId(manifest, "auth"))
                .hasMessage("it is signed as 'kill-feed', and calls itself 'auth'");
    }

    @Test
    void aSettingThatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> judge("plugins.trusted", "c2hvcnQ= Zojja"))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("not the public key of an Ed25519 pair")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    private PluginStatus trusting() throws Exception {
        return judge("plugins.trusted", plugin.author().publicKey());
    }

    /** What the kernel says of the folder under a setting and its value. */
    private PluginStatus judge(String... setting) throws Exception {
        try (var kernel = LookingKernel.at(base, setting)) {
            return kernel.platform().plugins().getFirst();
        }
    }

    private static void requireRejected(PluginStatus plugin, String reason, String remedy) {
        assertThat(plugin.state()).isEqualTo("REJECTED");
        assertThat(plugin.reason()).contains(reason);
        assertThat(plugin.remedy()).contains(remedy);
    }
}
