package org.wvwbuilder.boot;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Serves until the server has set its logging up: warnings and errors must not be lost before that. */
record StandardErrorLogger(String getName) implements System.Logger {

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.WARNING.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (!isLoggable(level)) return;
        System.err.println(level + " " + getName + " " + message);
        if (thrown != null) thrown.printStackTrace();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (!isLoggable(level)) return;
        var message = parameters == null || parameters.length == 0 ? format : MessageFormat.format(format, parameters);
        log(level, bundle, message, (Throwable) null);
    }
}
