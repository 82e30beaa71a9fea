package org.wvwbuilder.kernel;

import org.wvwbuilder.plugin.Database;

/** Makes tables in the one database and lends it to plugins. Implemented by the data host. */
public interface Databases {

    /**
     * Applies the migrations below {@code META-INF/wvw/migrations/} that are missing.
     *
     * @throws Fault when one fails, when the schema is newer than the owner, or when a table lacks the owner's prefix
     */
    void migrate(TableOwner owner) throws Fault;

    Database of(PluginHandle plugin);

    /** For parts of the server that own tables. */
    Database database();
}
