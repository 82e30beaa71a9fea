package org.wvwbuilder.boot;

import java.util.ResourceBundle;

/** Stands for a logger that may be exchanged once. */
final class LateLogger implements System.Logger {
    private final String name;
    private volatile System.Logger target;

    LateLogger(String name) {
        this.name = name;
    }

    void forget() {
        target = null;
    }

    private System.Logger target() {
        var known = target;
        if (known == null) target = known = LateLoggerFinder.make(name);
        return known;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return target().isLoggable(level);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        target().log(level, bundle, message, thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        target().log(level, bundle, format, parameters);
    }
}
