package org.wvwbuilder.kernel;

/** How far a plugin came. */
public enum PluginState {
    /** Its folder holds a plugin. */
    FOUND,
    /** Its modules fit together and fit the server. */
    RESOLVED,
    /** Its settings are bound. */
    CONFIGURED,
    /** Its tables are up to date. */
    MIGRATED,
    /** It was opened, and nothing of it can be reached yet. */
    OPEN,
    /** Everything that it contributes is at work. */
    RUNNING,
    /** It was closed in order. */
    CLOSED,
    /** The configuration turns it off. */
    DISABLED,
    /** It was refused; none of its code ran. */
    REJECTED,
    /** It misbehaved. */
    FAILED
}
