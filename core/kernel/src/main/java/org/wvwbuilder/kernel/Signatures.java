package org.wvwbuilder.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.wvwbuilder.kernel.PluginsConfig.Unsigned;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.HealthCheck.Health;

/**
 * Lets in what came with the distribution, and of others what somebody trusted signed: every file, and no other. Looks
 * before anything in the folder is read as a module.
 */
final class Signatures {
    private static final System.Logger LOG = System.getLogger(Signatures.class.getName());
    private final PluginsConfig config;
    private final Path data;
    private final List<String> unsigned = new ArrayList<>();

    /** @param data the folder that the trusted keys lie in */
    Signatures(PluginsConfig config, Path data) {
        this.config = config;
        this.data = data;
    }

    /** @return the manifest; empty for what needs none, because it is our own or the settings let it in */
    Optional<Manifest> check(Candidate candidate) throws Fault {
        if (candidate.bundled()) return Optional.empty();
        if (Manifest.isIn(candidate.folder())) return Optional.of(verify(candidate.folder()));
        if (config.unsigned() == Unsigned.REFUSE) {
            throw new Fault(
                    "it is not signed",
                    "Ask its author for a signed build, or sign it yourself with 'gw2 plugins sign'. While you develop"
                            + " it, the line unsigned = \"allow\" below [plugins] in gw2.toml lets it in.");
        }
        unsigned.add(candidate.name());
        return Optional.empty();
    }

    /** A manifest is either right or a reason to refuse, whatever the settings allow: somebody meant it to be checked. */
    Manifest verify(Path folder) throws Fault {
        var manifest = Manifest.in(folder);
        var owner = TrustedKeys.of(config.trusted(), data).owner(manifest.key());
        if (owner.isEmpty()) {
            throw new Fault(
                    "it is signed with the key " + manifest.key() + ", which is not trusted here",
                    "If you know from its author that this is their key: 'gw2 plugins trust " + manifest.key() + "'.");
        }
        if (!manifest.genuine()) {
            throw new Fault(
                    "its " + Manifest.FILE + " was changed after " + owner.get() + " signed it",
                    "Do not use it: copy the plugin's folder again from its download.");
        }
        compare(manifest.sums(), FolderSums.of(folder));
        return manifest;
    }

    /** What the owner of a key is called here that was found to be trusted. */
    String owner(Manifest manifest) throws Fault {
        return TrustedKeys.of(config.trusted(), data).owner(manifest.key()).orElse("");
    }

    private static void compare(SortedMap<String, String> signed, SortedMap<String, String> there) throws Fault {
        for (var name : signed.keySet()) {
            if (!there.containsKey(name)) {
                throw new Fault(
                        "its file " + name + " is missing", "Copy the plugin's folder again from its download.");
            }
        }
        for (var name : there.keySet()) {
            if (!signed.containsKey(name)) {
                throw new Fault(
                        "the file " + name + " lies in its folder and is not signed",
                        "Take it away, or copy the plugin's folder again from its download.");
            }
            if (!there.get(name).equals(signed.get(name))) {
                throw new Fault(
                        "its file " + name + " was changed after it was signed",
                        "Do not use it: copy the plugin's folder again from its download.");
            }
        }
    }

    /** The signature is for a plugin of one id, whatever its files say. */
    static void requireId(Manifest manifest, String id) throws Fault {
        if (manifest.id().equals(id)) return;
        throw new Fault(
                "it is signed as '" + manifest.id() + "', and calls itself '" + id + "'",
                "Ask its author to sign it again.");
    }

    /** Says at each start that the door stands open, and keeps saying it in the health as long as somebody came in. */
    void warn(HealthMonitor health) {
        if (config.unsigned() == Unsigned.REFUSE) return;
        LOG.log(
                System.Logger.Level.WARNING,
                "plugins.unsigned is \"allow\": whatever lies in the folder of plugins runs, signed or not. That is"
                        + " for developing plugins only" + (unsigned.isEmpty() ? "." : "; unsigned: " + named() + "."));
        health.watch(new Contribution.Check("signatures", this::health));
    }

    private Health health() {
        if (unsigned.isEmpty()) return new Health.Up();
        return new Health.Degraded("plugins without a signature may run, since plugins.unsigned is \"allow\": "
                + named() + ". Sign them with 'gw2 plugins sign', and take the setting away");
    }

    private String named() {
        return String.join(", ", unsigned);
    }
}
