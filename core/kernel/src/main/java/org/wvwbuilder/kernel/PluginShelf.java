package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where third-party plugins stand: put there, taken away, switched off and on. A server sees it at its next start. */
public final class PluginShelf {
    /** What begins with a dot is no plugin: it is on its way in or out. */
    private static final String INCOMING = ".incoming-";

    private static final String OUTGOING = ".outgoing-";

    private final Surroundings surroundings;
    private final PluginsConfig config;
    private final List<LoadedPlugin> plugins;
    private final PluginSigning signing;

    PluginShelf(Surroundings surroundings, PluginsConfig config, List<LoadedPlugin> plugins) {
        this.surroundings = surroundings;
        this.config = config;
        this.plugins = plugins;
        this.signing = new PluginSigning(surroundings, config);
    }

    public PluginSigning signing() {
        return signing;
    }

    /**
     * A plugin with where it lies and who signed it.
     *
     * @param signedBy what its key's owner is called here; empty when nobody trusted signed it
     * @param key the key in its manifest; empty without one
     */
    public record Standing(
            String id,
            String title,
            String version,
            String state,
            boolean bundled,
            String reason,
            String remedy,
            String folder,
            String signedBy,
            String key,
            List<String> commands) {}

    /** @throws Fault when there is none of this id */
    public Standing show(String id) throws Fault {
        var plugin = plugin(id);
        var status = plugin.status();
        var candidate = plugin.candidate();
        var key = "";
        var signer = "";
        if (!candidate.bundled() && Manifest.isIn(candidate.folder())) {
            try {
                key = Manifest.in(candidate.folder()).key();
                signer = signing.signer(candidate.folder());
            } catch (Fault refused) {
                // The same fault stands in the status, as its reason.
                signer = "";
            }
        }
        return new Standing(
                status.id(),
                status.title(),
                status.version(),
                status.state(),
                status.bundled(),
                status.reason(),
                status.remedy(),
                candidate.folder().toString(),
                signer,
                key,
                plugin.descriptor() == null ? List.of() : plugin.descriptor().commands());
    }

    /**
     * What came of an installation.
     *
     * @param signedBy empty where the settings let it in without a signature
     * @param replaced whether another edition of it lay there
     * @param before the version of that one; empty when there was none, or it could not be read
     * @param anotherKey whether that one was signed with another key
     */
    public record Installed(
            String id,
            String version,
            String folder,
            String signedBy,
            boolean replaced,
            String before,
            boolean anotherKey) {}

    /**
     * What the operator agreed to.
     *
     * @param downgrade to put a lower version in the place of a higher one
     * @param anotherKey to take it from somebody else than the one that is there
     */
    public record Consent(boolean downgrade, boolean anotherKey) {}

    /** Unpacks a zip, judges it, and puts it in place by a rename; when anything is wrong, everything is as before. */
    public Installed install(Path zip, Consent consent) throws Fault, IOException {
        if (zip.toString().endsWith(".jar")) {
            throw new Fault(
                    zip + " is the jar of a plugin alone.",
                    "Install the zip that its build makes beside it, whose name ends in -plugin.zip: the plugin with"
                            + " its libraries and its signature.");
        }
        var root = Files.createDirectories(surroundings.thirdParties());
        var incoming = Files.createDirectory(root.resolve(INCOMING + Long.toHexString(System.nanoTime())));
        try {
            Unpacking.unpack(zip, incoming);
            var judged = signing.judge(incoming);
            var target = root.resolve(judged.id());
            refuseTwin(judged.id(), target);
            var replaced = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            var former = Former.in(target, plugins);
            former.requireConsent(judged, consent);
            if (replaced) replace(incoming, target);
            else Files.move(incoming, target);
            Unpacking.sync(root);
            Arrivals.install(
                    plugins.stream().map(LoadedPlugin::candidate).toList(),
                    judged.id(),
                    surroundings.data(),
                    surroundings.clock().instant());
            return new Installed(
                    judged.id(),
                    judged.version(),
                    target.toString(),
                    judged.signedBy(),
                    replaced,
                    former.version(),
                    former.anotherKey(judged));
        } finally {
            Folders.delete(incoming);
        }
    }

    /** There is no moment at which half of each edition lies there; between the two renames there is neither. */
    private void replace(Path incoming, Path target) throws IOException {
        var outgoing = outgoing(target);
        Files.move(target, outgoing);
        try {
            Files.move(incoming, target);
        } catch (IOException e) {
            Files.move(outgoing, target);
            throw e;
        }
        Folders.delete(outgoing);
    }

    private void refuseTwin(String id, Path target) throws Fault {
        var twin = plugins.stream()
                .filter(plugin ->
                        plugin.id().equals(id) != plugin.candidate().folder().equals(target))
                .findFirst();
        if (twin.isEmpty()) return;
        throw new Fault(
                "There is the plugin " + twin.get().id() + " already, in "
                        + twin.get().candidate().folder() + ".",
                twin.get().candidate().bundled()
                        ? "It came with the server: ask the author for another id."
                        : "Take that folder away first.");
    }

    /** Takes a plugin's folder away; what it kept stays. @return where it lay */
    public Path remove(String id) throws Fault, IOException {
        var plugin = removable(id);
        var folder = plugin.candidate().folder();
        var outgoing = outgoing(folder);
        Files.move(folder, outgoing);
        Folders.delete(outgoing);
        Unpacking.sync(surroundings.thirdParties());
        Arrivals.remove(plugin.candidate().name(), surroundings.data());
        return folder;
    }

    /** @throws Fault when there is none of this id, or it came with the server */
    public void requireRemovable(String id) throws Fault {
        removable(id);
    }

    private LoadedPlugin removable(String id) throws Fault {
        var plugin = plugin(id);
        if (plugin.candidate().bundled()) {
            throw new Fault(
                    "The plugin " + id + " came with the server"
                            + (required(id) ? ", which does not start without it." : "."),
                    required(id) ? "It stays." : "'gw2 plugins disable " + id + "' switches it off.");
        }
        return plugin;
    }

    private static Path outgoing(Path folder) {
        return folder.resolveSibling(OUTGOING + folder.getFileName() + "-" + Long.toHexString(System.nanoTime()));
    }

    /**
     * What is left of plugins that are gone.
     *
     * @param leaving one that is there and about to be removed
     */
    public PluginRemains remains(Optional<String> leaving) throws Fault {
        var gone = leaving.isPresent() ? plugin(leaving.get()) : null;
        return new PluginRemains(
                surroundings, plugins.stream().filter(plugin -> plugin != gone).toList());
    }

    /** @return whether that changed anything */
    public boolean disable(String id) throws Fault, IOException {
        var plugin = plugin(id);
        if (required(plugin.id())) {
            throw new Fault(
                    "The server does not start without the plugin " + id + ".",
                    "Take it out of plugins.required first.");
        }
        var switches = Switches.in(surroundings.data());
        var off = new TreeSet<>(switches.off());
        if (!off.add(plugin.id())) return false;
        switches.write(off);
        return true;
    }

    /** @return whether that changed anything */
    public boolean enable(String id) throws Fault, IOException {
        if (config.disabled().contains(id)) {
            throw new Fault(
                    "The setting plugins.disabled switches the plugin " + id + " off.",
                    "Take it out there; 'gw2 config' says where that is.");
        }
        var switches = Switches.in(surroundings.data());
        var off = new TreeSet<>(switches.off());
        if (!off.remove(id)) {
            plugin(id);
            return false;
        }
        switches.write(off);
        return true;
    }

    private boolean required(String id) {
        return config.required().contains(id);
    }

    /**
     * Has a data folder judge plugins as another does: whose signatures count, what is switched off, and which were here
     * first. What may not be read is left out.
     */
    public static void lend(Path from, Path to) throws IOException {
        var keys = TrustedKeys.folder(from);
        if (Files.isReadable(keys)) {
            var copies = Files.createDirectories(TrustedKeys.folder(to));
            try (var files = Files.list(keys)) {
                for (var file : files.filter(Files::isReadable).toList()) {
                    Files.copy(file, copies.resolve(file.getFileName()));
                }
            }
        }
        copy(Switches.file(from), Switches.file(to));
        copy(Arrivals.file(from), Arrivals.file(to));
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isReadable(from)) Files.copy(from, to);
    }

    private LoadedPlugin plugin(String id) throws Fault {
        for (var plugin : plugins) if (plugin.id().equals(id)) return plugin;
        var near = Nearest.to(id, LoadedPlugin.ids(plugins)).map(word -> "; did you mean '" + word + "'?");
        throw new Fault("There is no plugin '" + id + "'" + near.orElse("."), "See 'gw2 plugins'.");
    }
}
