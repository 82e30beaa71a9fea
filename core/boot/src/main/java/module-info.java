/**
 * Starts the server: builds the host layer above the ground layer (the JDK, this module and the plugin API) and hands
 * over. Stands in the ground layer itself, therefore it may use no library.
 */
@SuppressWarnings("module") // the server is compiled later
module org.wvwbuilder.boot {
    requires transitive org.wvwbuilder.plugin.api;

    // For the compiler; Boot repeats it at run time, since this reaches no module of another layer.
    exports org.wvwbuilder.boot to
            org.wvwbuilder.server;

    uses org.wvwbuilder.boot.Program;

    provides System.LoggerFinder with
            org.wvwbuilder.boot.LateLoggerFinder;
}
