package org.wvwbuilder.kernel;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;
import org.wvwbuilder.kernel.PluginShelf.Consent;
import org.wvwbuilder.kernel.PluginSigning.Judged;

/**
 * The edition of a plugin that lies where another is to be put.
 *
 * @param version empty when there is none, or it cannot be told
 * @param key that it is signed with; empty without one
 */
record Former(String version, String key) {

    /** Of one that was refused the version is not known: its jars were not read. */
    static Former in(Path folder, List<LoadedPlugin> plugins) {
        var version = plugins.stream()
                .filter(plugin -> plugin.candidate().folder().equals(folder))
                .findFirst()
                .map(LoadedPlugin::version)
                .orElse("");
        return new Former(version, keyIn(folder));
    }

    private static String keyIn(Path folder) {
        try {
            return Manifest.isIn(folder) ? Manifest.in(folder).key() : "";
        } catch (Fault damaged) {
            return "";
        }
    }

    boolean anotherKey(Judged next) {
        return !key.isEmpty() && !key.equals(next.key());
    }

    private boolean higher(Judged next) {
        if (version.isEmpty() || next.version().isEmpty()) return false;
        try {
            return Version.parse(version).compareTo(Version.parse(next.version())) > 0;
        } catch (IllegalArgumentException incomparable) {
            return false;
        }
    }

    /** What happens by mistake, or by somebody who is not the author, takes a word more. */
    void requireConsent(Judged next, Consent consent) throws Fault {
        if (anotherKey(next) && !consent.anotherKey()) {
            var whose = next.key().isEmpty()
                    ? "this one is not signed at all."
                    : "this one with " + next.key() + " (" + next.signedBy() + ").";
            throw new Fault(
                    "The plugin " + next.id() + " that is there is signed with the key " + key + ", " + whose,
                    "If its author told you of another key, say --yes to put it in place; else do not use it.");
        }
        if (higher(next) && !consent.downgrade()) {
            throw new Fault(
                    "The plugin " + next.id() + " " + version + " is there, which is newer than " + next.version()
                            + ".",
                    "Its tables may be newer, too, and the older one does not start on those. If that is meant, say"
                            + " --downgrade.");
        }
    }
}
