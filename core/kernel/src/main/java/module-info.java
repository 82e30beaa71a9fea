/**
 * Finds plugins, checks, configures, migrates, opens and closes them, and hands what they contribute to the hosts. Knows
 * the plugin API and nothing else: no library, no HTTP, no SQL engine.
 */
module org.wvwbuilder.kernel {
    requires transitive org.wvwbuilder.plugin.api;

    exports org.wvwbuilder.kernel;

    uses org.wvwbuilder.plugin.Plugin;
}
