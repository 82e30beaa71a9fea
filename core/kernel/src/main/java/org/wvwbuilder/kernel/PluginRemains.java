package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which plugins are gone, and what they left beside the database: their folder of data, and their switch. */
public final class PluginRemains implements Installed {
    private final Surroundings surroundings;
    private final List<LoadedPlugin> plugins;

    /** @param plugins all that are installed, but one that is just being removed */
    PluginRemains(Surroundings surroundings, List<LoadedPlugin> plugins) {
        this.surroundings = surroundings;
        this.plugins = plugins;
    }

    @Override
    public SortedSet<String> taken() {
        var taken = new TreeSet<>(OurPlugins.ids());
        taken.addAll(PartOfServer.ids());
        plugins.forEach(plugin -> taken.addAll(names(plugin)));
        return taken;
    }

    /** A folder that may not be looked into is called like its plugin, and its manifest may know better. */
    private static List<String> names(LoadedPlugin plugin) {
        var names = new ArrayList<>(List.of(plugin.id(), plugin.candidate().name()));
        signedAs(plugin).ifPresent(names::add);
        return names;
    }

    private static Optional<String> signedAs(LoadedPlugin plugin) {
        var folder = plugin.candidate().folder();
        try {
            return Manifest.isIn(folder) ? Optional.of(Manifest.in(folder).id()) : Optional.empty();
        } catch (Fault damaged) {
            return Optional.empty();
        }
    }

    @Override
    public void requireGone(String id) throws Fault {
        if (!Descriptor.isId(id)) {
            throw new Fault("'" + id + "' is no id of a plugin.", "'gw2 plugins purge' lists what is left of which.");
        }
        if (OurPlugins.ids().contains(id) || PartOfServer.owns(id)) {
            throw new Fault(
                    (PartOfServer.owns(id) ? "'" + id + "' is a part of the server" : "The plugin " + id + " is ours")
                            + ": what it keeps is what the server is for.",
                    "It stays; 'gw2 backup' and 'gw2 restore' go back to how it was.");
        }
        for (var plugin : plugins) {
            if (names(plugin).contains(id)) {
                throw new Fault(
                        "The plugin " + id + " is installed, in "
                                + plugin.candidate().folder() + ".",
                        "'gw2 plugins remove " + id + " --purge' takes it away with all that it keeps.");
            }
        }
        requireReadable(id);
    }

    /** One whose id nobody can tell may be the very one. */
    private void requireReadable(String id) throws Fault {
        for (var plugin : plugins) {
            if (plugin.candidate().bundled() || plugin.descriptor() != null) continue;
            if (signedAs(plugin).isPresent()) continue;
            throw new Fault(
                    "Which plugin lies in " + plugin.candidate().folder() + " cannot be told, so it may be " + id + ".",
                    "'gw2 plugins show " + plugin.id()
                            + "' says what is wrong with it: mend it, or take it away first.");
        }
    }

    @Override
    public List<TableOwner> namesakes(String id) throws Fault {
        var namesakes = new ArrayList<TableOwner>();
        for (var plugin : plugins) {
            if (names(plugin).stream().noneMatch(name -> id.startsWith(name + "-"))) continue;
            if (plugin.layer() == null) {
                throw new Fault(
                        "Which tables are those of the plugin " + plugin.id() + " cannot be told, and names of " + id
                                + " begin like them.",
                        "'gw2 plugins show " + plugin.id()
                                + "' says why: switch it on, or mend it, for the time being.");
            }
            namesakes.add(plugin);
        }
        return namesakes;
    }

    /** The ids of those that left a folder of data. */
    public SortedSet<String> withFolder() throws IOException {
        var ids = new TreeSet<String>();
        var all = surroundings.data().resolve("plugin");
        if (!Files.isDirectory(all)) return ids;
        try (var folders = Files.list(all)) {
            folders.map(folder -> folder.getFileName().toString())
                    .filter(Descriptor::isId)
                    .forEach(ids::add);
        }
        ids.removeAll(taken());
        return ids;
    }

    public Optional<Path> folder(String id) {
        return Optional.of(PluginRemains.folder(surroundings.data(), id))
                .filter(folder -> Files.exists(folder, LinkOption.NOFOLLOW_LINKS));
    }

    /** Where a plugin keeps its files. */
    static Path folder(Path data, String id) {
        return data.resolve("plugin").resolve(id);
    }

    /** Deletes the folder and the switch of one that is gone. */
    public void forget(String id) throws Fault, IOException {
        requireGone(id);
        Folders.delete(folder(surroundings.data(), id));
        var switches = Switches.in(surroundings.data());
        var off = new TreeSet<>(switches.off());
        if (off.remove(id)) switches.write(off);
    }
}
