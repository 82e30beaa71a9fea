package org.wvwbuilder.server;

/** Which release this is. */
final class Release {

    private Release() {}

    /** The version that Maven gave the module. */
    static String version() {
        return Release.class.getModule().getDescriptor().rawVersion().orElse("development");
    }
}
