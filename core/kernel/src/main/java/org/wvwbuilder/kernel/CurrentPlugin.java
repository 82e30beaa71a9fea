package org.wvwbuilder.kernel;

import java.util.Optional;

/** The plugin that the running code belongs to, for logs and for blame. */
public final class CurrentPlugin {
    static final ScopedValue<String> ID = ScopedValue.newInstance();

    private CurrentPlugin() {}

    /** The id of the plugin that is being called, if any. */
    public static Optional<String> id() {
        return ID.isBound() ? Optional.of(ID.get()) : Optional.empty();
    }
}
