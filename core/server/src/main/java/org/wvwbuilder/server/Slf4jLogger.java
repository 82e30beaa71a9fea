package org.wvwbuilder.server;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.wvwbuilder.kernel.CurrentRequest;

/** Writes what a {@link System.Logger} is given to the logging library. */
record Slf4jLogger(Logger target) implements System.Logger {

    @Override
    public String getName() {
        return target.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return switch (level) {
            case ALL, TRACE -> target.isTraceEnabled();
            case DEBUG -> target.isDebugEnabled();
            case INFO -> target.isInfoEnabled();
            case WARNING -> target.isWarnEnabled();
            case ERROR -> target.isErrorEnabled();
            case OFF -> false;
        };
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (!isLoggable(level)) return;
        // Lines of requests name both themselves.
        if (!CurrentRequest.SCOPE.isBound() || getName().equals("access")) {
            write(level, message, thrown);
            return;
        }
        var request = CurrentRequest.SCOPE.get();
        MDC.put("request_id", request.requestId());
        request.userId().ifPresent(id -> MDC.put("user_id", id));
        try {
            write(level, message, thrown);
        } finally {
            MDC.remove("request_id");
            MDC.remove("user_id");
        }
    }

    private void write(Level level, String message, Throwable thrown) {
        switch (level) {
            case ALL, TRACE -> target.trace(message, thrown);
            case DEBUG -> target.debug(message, thrown);
            case INFO -> target.info(message, thrown);
            case WARNING -> target.warn(message, thrown);
            case ERROR -> target.error(message, thrown);
            case OFF -> {}
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (!isLoggable(level)) return;
        var plain = parameters == null || parameters.length == 0;
        log(level, bundle, plain ? format : MessageFormat.format(format, parameters), (Throwable) null);
    }
}
