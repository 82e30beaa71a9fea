package org.wvwbuilder.server;

/** Which release this is. */
final class Release {
    private static final String DEVELOPMENT = "development";

    private Release() {}

    /** The version that Maven gave the module, and the distribution for commands: on the class path nothing has one. */
    static String version() {
        var descriptor = Release.class.getModule().getDescriptor();
        if (descriptor == null) return System.getProperty("wvw.version", DEVELOPMENT);
        return descriptor.rawVersion().orElse(DEVELOPMENT);
    }
}
