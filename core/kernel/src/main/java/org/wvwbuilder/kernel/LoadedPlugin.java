package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Platform;

/** A plugin on its way from FOUND to RUNNING and back. Written by the kernel's thread, read by all. */
final class LoadedPlugin implements PluginHandle {
    private static final Set<PluginState> ENDED =
            EnumSet.of(PluginState.CLOSED, PluginState.DISABLED, PluginState.REJECTED, PluginState.FAILED);

    private final Candidate candidate;
    private volatile PluginState state = PluginState.FOUND;
    private volatile String reason = "";
    private volatile String remedy = "";
    private volatile String id;
    private volatile Descriptor descriptor;
    private volatile PluginLayer layer;
    private volatile Record config;
    private volatile OpenPlugin open;
    private volatile List<Contribution> contributions = List.of();
    private volatile Map<String, Integer> counts = Map.of();
    private volatile String fingerprint;
    private volatile String signedBy = "";
    private volatile Calls calls;

    /** @param required whether the server does not start without a plugin of this name */
    LoadedPlugin(Candidate candidate, boolean required) {
        this.candidate = candidate;
        this.id = candidate.name();
        this.calls = Calls.unwatched(id, required);
    }

    /** @param signedBy what the owner of its key is called here; empty without a signature */
    void resolved(Descriptor descriptor, PluginLayer layer, String signedBy, Calls calls) {
        this.descriptor = descriptor;
        this.layer = layer;
        this.id = descriptor.id();
        this.signedBy = signedBy;
        this.calls = calls;
        state = PluginState.RESOLVED;
    }

    void configured(Record config) {
        this.config = config;
        state = PluginState.CONFIGURED;
    }

    void migrated() {
        state = PluginState.MIGRATED;
    }

    /** @return false when it was given up meanwhile: nobody closes it then but who opened it */
    synchronized boolean opened(OpenPlugin open, List<Contribution> contributions) {
        if (ended()) return false;
        this.open = open;
        this.contributions = List.copyOf(contributions);
        var counted = new TreeMap<String, Integer>();
        contributions.forEach(contribution ->
                counted.merge(Binder.kebab(contribution.getClass().getSimpleName()), 1, Integer::sum));
        counts = Map.copyOf(counted);
        state = PluginState.OPEN;
        return true;
    }

    void running() {
        state = PluginState.RUNNING;
    }

    void disabled(String remedy) {
        state = PluginState.DISABLED;
        this.remedy = remedy;
    }

    void closed() {
        if (!ended()) state = PluginState.CLOSED;
        open = null;
    }

    synchronized void ended(PluginState end, Fault fault) {
        reason = fault.getMessage();
        remedy = fault.remedy();
        state = end;
    }

    boolean ended() {
        return ENDED.contains(state);
    }

    PluginState state() {
        return state;
    }

    Candidate candidate() {
        return candidate;
    }

    Descriptor descriptor() {
        return descriptor;
    }

    PluginLayer layer() {
        return layer;
    }

    Record config() {
        return config;
    }

    Optional<OpenPlugin> open() {
        return Optional.ofNullable(open);
    }

    List<Contribution> contributions() {
        return contributions;
    }

    Platform.PluginStatus status() {
        return new Platform.PluginStatus(
                id, title(), version(), state.name(), candidate.bundled(), reason, remedy, counts);
    }

    String signedBy() {
        return signedBy;
    }

    @Override
    public Calls calls() {
        return calls;
    }

    Platform.PluginActivity activity() {
        return calls.activity(OwnThreads.of(layer.loader()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return descriptor == null ? candidate.name() : descriptor.title();
    }

    @Override
    public String version() {
        return layer == null ? "" : layer.module().getDescriptor().rawVersion().orElse("");
    }

    @Override
    public Module module() {
        return layer.module();
    }

    @Override
    public void open(String packageName, Module to) {
        layer.open(packageName, to);
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(layer.loader());
        try {
            return ScopedValue.where(CurrentPlugin.ID, id).call(work::call);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public List<String> resources() throws IOException {
        return layer.resources();
    }

    @Override
    public Optional<InputStream> resource(String name) throws IOException {
        return layer.resource(name);
    }

    /** Made when a browser first asks for it: a start does not wait for the files to be read. */
    @Override
    public String fingerprint() {
        var known = fingerprint;
        if (known == null) fingerprint = known = WebFiles.fingerprint(this);
        return known;
    }

    /** The ids of all these plugins, in their order. */
    static List<String> ids(List<LoadedPlugin> plugins) {
        var ids = new ArrayList<String>();
        plugins.forEach(plugin -> ids.add(plugin.id));
        return ids;
    }
}
