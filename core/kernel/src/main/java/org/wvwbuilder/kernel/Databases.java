package org.wvwbuilder.kernel;

import org.wvwbuilder.plugin.Database;

/** Lends plugins the one database. Implemented by the data host. */
public interface Databases {

    /**
     * Applies the migrations below {@code META-INF/wvw/migrations/} that are missing.
     *
     * @throws Fault when one fails, when the schema is newer than the plugin, or when a table lacks the plugin's prefix
     */
    void migrate(PluginHandle plugin) throws Fault;

    Database of(PluginHandle plugin);
}
