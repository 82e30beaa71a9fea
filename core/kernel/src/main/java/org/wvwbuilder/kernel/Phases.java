package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.wvwbuilder.plugin.Database;

/** What happens to one plugin in each phase, and what becomes of one that does not get through. */
final class Phases {
    private static final System.Logger LOG = System.getLogger(Phases.class.getName());
    private final Surroundings surroundings;
    private final PluginsConfig config;
    private final Signatures signatures;

    Phases(Surroundings surroundings, PluginsConfig config) {
        this.surroundings = surroundings;
        this.config = config;
        this.signatures = new Signatures(config, surroundings.data());
    }

    Signatures signatures() {
        return signatures;
    }

    /** FOUND: what lies in the folders, those of others in the order in which they came here. */
    List<LoadedPlugin> find() throws IOException {
        var folder = surroundings.thirdParties();
        var candidates = Candidate.in(surroundings.bundled(), folder);
        // A folder of plugins that is away, on a disk that was not mounted, say, is no reason to forget who was first.
        if (surroundings.serving() && Files.isDirectory(folder)) {
            Arrivals.meet(candidates, surroundings.data(), surroundings.clock().instant());
        }
        return Arrivals.sort(candidates, surroundings.data()).stream()
                .map(this::found)
                .toList();
    }

    /** Its id is not known yet, and its folder is called like it. */
    LoadedPlugin found(Candidate candidate) {
        return new LoadedPlugin(candidate, config.required().contains(candidate.name()));
    }

    /** @param claims of the plugins before it; its own are added */
    void resolve(LoadedPlugin plugin, Claims claims) throws Fault {
        var candidate = plugin.candidate();
        var off = switchedOff(candidate.name());
        if (off.isPresent()) {
            plugin.disabled(off.get());
            return;
        }
        // Before anything of it is read as code: a jar that nobody vouches for may be made to hurt whoever reads it.
        var manifest = signatures.check(candidate);
        var modules = candidate.read();
        Handshake.ofRunningServer().check(modules.plugin());
        var layer = PluginLayer.resolve(modules, surroundings.ground());
        var descriptor = Descriptor.of(layer.module());
        if (manifest.isPresent()) Signatures.requireId(manifest.get(), descriptor.id());
        claims.take(descriptor, candidate);
        var signedBy = manifest.isPresent() ? signatures.owner(manifest.get()) : "";
        var calls = new Calls(
                descriptor.id(),
                config.patience(),
                config.patienceWithJobs(),
                config.required().contains(descriptor.id()));
        plugin.resolved(descriptor, layer, signedBy, calls);
        switchedOff(descriptor.id()).ifPresent(plugin::disabled);
    }

    /** What switches a plugin on again that is switched off. */
    private Optional<String> switchedOff(String name) throws Fault {
        if (config.disabled().contains(name)) return Optional.of("Take it out of plugins.disabled to use it.");
        if (!Switches.in(surroundings.data()).off().contains(name)) return Optional.empty();
        return Optional.of("'gw2 plugins enable " + name + "' switches it on.");
    }

    /** The plugin that came with the distribution in a folder called as its command, if it can be used. */
    Optional<LoadedPlugin> named(String command) {
        var candidate = Candidate.named(surroundings.bundled(), command);
        if (candidate.isEmpty()) return Optional.empty();
        var plugin = found(candidate.get());
        try {
            resolve(plugin, new Claims());
        } catch (Fault | RuntimeException | Error unusable) {
            return Optional.empty(); // who then looks at all of them is told why
        }
        var brings = !plugin.ended() && plugin.descriptor().commands().contains(command);
        return brings ? Optional.of(plugin) : Optional.empty();
    }

    /** Something that a plugin goes through. */
    interface Passage {
        void pass() throws Exception;
    }

    /** @param otherwise what it is when it is refused; one that misbehaves is FAILED in any case */
    void attempt(LoadedPlugin plugin, PluginState otherwise, Passage passage) {
        try {
            passage.pass();
        } catch (Fault e) {
            end(plugin, otherwise, e);
        } catch (Exception | Error e) {
            end(plugin, PluginState.FAILED, blame(plugin, "it failed after " + plugin.state(), e));
        }
    }

    private void end(LoadedPlugin plugin, PluginState state, Fault fault) {
        var reached = plugin.state();
        var opened = plugin.open();
        plugin.ended(state, fault);
        opened.ifPresent(open -> close(plugin));
        // A command does its own plugin's work, and tells of the others in a line at most.
        var level = surroundings.serving() || state == PluginState.FAILED
                ? System.Logger.Level.ERROR
                : System.Logger.Level.DEBUG;
        LOG.log(
                level,
                "the plugin " + plugin.id() + " is " + state + " (it had been " + reached + "): " + fault.sentence(),
                fault.getCause() == null || state == PluginState.REJECTED ? null : fault.getCause());
        if (plugin.layer() != null) tell(List.of(plugin));
    }

    /** @return what is wrong in its table; it is REJECTED then */
    List<SettingProblem> configure(LoadedPlugin plugin, Binder binder, Set<String> hostTables) {
        try {
            var descriptor = plugin.descriptor();
            if (hostTables.contains(descriptor.table())) {
                throw new Fault(
                        "it wants the table [" + descriptor.table() + "] of the settings, which is the server's",
                        "Its author must choose another table in module-info.java.");
            }
            plugin.open(descriptor.config().getPackageName(), Phases.class.getModule());
            plugin.configured(binder.bind(descriptor.table(), descriptor.config()));
        } catch (ConfigurationFault e) {
            end(plugin, PluginState.REJECTED, new Fault(e.line(), "Mend these settings and start again.", e));
            return e.problems();
        } catch (Fault e) {
            end(plugin, PluginState.REJECTED, e);
        } catch (RuntimeException | Error e) {
            end(plugin, PluginState.FAILED, blame(plugin, "its configuration record cannot be used", e));
        }
        return List.of();
    }

    private Context context(LoadedPlugin plugin, Database database, Lendings lendings) throws IOException {
        var directory = PluginRemains.folder(surroundings.data(), plugin.id());
        Files.createDirectories(directory);
        return new Context(
                plugin.id(),
                plugin.config(),
                new ShieldedDatabase(database),
                directory,
                surroundings.clock(),
                System.getLogger("plugin." + plugin.id()),
                surroundings.serving(),
                lendings);
    }

    /** MIGRATED. However long it takes: a big database may need minutes, and half of it is no choice. */
    void migrate(LoadedPlugin plugin, Databases databases) throws Fault {
        var vigil = Vigil.over(() -> "the tables of the plugin " + plugin.id() + " are being made or changed");
        try (vigil) {
            databases.migrate(plugin);
        }
        plugin.migrated();
    }

    void open(LoadedPlugin plugin, Database database, Lendings lendings) throws Fault, IOException {
        var context = context(plugin, database, lendings);
        var opening = new Deadline(config.deadline(), "open-" + plugin.id());
        var vigil = Vigil.over(() -> "the plugin " + plugin.id() + " is opening, and stands" + place(opening, plugin));
        try (vigil) {
            opening.call(() -> plugin.call(() -> {
                var open = plugin.layer().instantiate().open(context);
                if (!plugin.opened(open, open.contributions())) open.close();
                return null;
            }));
        } catch (TimeoutException e) {
            throw new Fault(
                    "it did not open within " + Patience.text(config.deadline()) + ", and stood"
                            + place(opening, plugin),
                    plugin.candidate().bundled()
                            ? "If the machine is just busy, start again, or give it longer with plugins.deadline."
                            : "Ask its author, or give it longer with plugins.deadline.",
                    e);
        } catch (Fault e) {
            throw e;
        } catch (Exception | Error e) {
            throw blame(plugin, "it failed to open", e);
        }
    }

    private static String place(Deadline opening, LoadedPlugin plugin) {
        return Place.in(plugin.module().getName(), opening.stack())
                .map(place -> " at " + place)
                .orElse(" before its first line");
    }

    /** Closes them one after the other, and says which threads they leave. */
    void close(List<LoadedPlugin> plugins) {
        var open = plugins.stream().filter(plugin -> plugin.open().isPresent()).toList();
        open.forEach(this::close);
        tell(open);
    }

    /** A command ends its process at once, and they with it. */
    private void tell(List<LoadedPlugin> ended) {
        if (surroundings.serving()) LeftThreads.tell(ended);
    }

    private void close(LoadedPlugin plugin) {
        var open = plugin.open();
        if (open.isEmpty()) return;
        try {
            Deadline.within(
                    config.closeDeadline(),
                    "close-" + plugin.id(),
                    () -> plugin.call(() -> {
                        open.get().close();
                        return null;
                    }));
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the plugin " + plugin.id() + " did not close properly", e);
        } finally {
            plugin.closed();
        }
    }

    /** A fault for something that the plugin's own code threw. */
    static Fault blame(PluginHandle plugin, String what, Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        var message = root.getMessage() == null ? "" : ": " + root.getMessage();
        return new Fault(
                what + ": " + root.getClass().getSimpleName() + message,
                "Read the log of " + plugin.id() + ", and tell its author"
                        + (plugin.calls().required() ? "." : "; plugins.disabled turns it off."),
                e);
    }
}
