package org.wvwbuilder.server;

import java.util.ResourceBundle;

/** A logger that logs nothing. */
record Silence(String getName) implements System.Logger {

    @Override
    public boolean isLoggable(Level level) {
        return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {}

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {}
}
