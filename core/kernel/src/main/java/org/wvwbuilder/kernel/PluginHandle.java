package org.wvwbuilder.kernel;

import java.util.concurrent.Callable;

/** A plugin as hosts see it: its facts, its files, and the one way to call into it. */
public interface PluginHandle extends TableOwner {

    String title();

    String version();

    /** The plugin's module, in a layer of its own. */
    Module module();

    /** Lets a module of the server look into a package of the plugin by reflection. */
    void open(String packageName, Module to);

    /** Stands in the address of the plugin's web files: another one when a file changed, empty when one is unreadable. */
    default String fingerprint() {
        return WebFiles.fingerprint(this);
    }

    /** The calls into it, to count and to watch them. Asked for once and kept. */
    default Calls calls() {
        return Calls.unwatched(id());
    }

    /**
     * Runs a call into the plugin: with its class loader as the context class loader and its id in
     * {@link CurrentPlugin}. Every call into a plugin goes through here.
     */
    <T> T call(Callable<T> work) throws Exception;
}
