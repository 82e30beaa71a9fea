package org.wvwbuilder.boot;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Lets a logging library of the host layer serve {@link System.Logger}: the JDK asks the ground layer for its finder long
 * before the host layer exists.
 */
public final class LateLoggerFinder extends System.LoggerFinder {
    private static final ConcurrentMap<String, LateLogger> LOGGERS = new ConcurrentHashMap<>();
    private static volatile Function<String, System.Logger> target = StandardErrorLogger::new;

    /** From now on every logger, those already handed out included, writes to the ones made here. */
    public static void use(Function<String, System.Logger> loggers) {
        target = loggers;
        LOGGERS.values().forEach(LateLogger::forget);
    }

    static System.Logger make(String name) {
        return target.apply(name);
    }

    @Override
    public System.Logger getLogger(String name, Module module) {
        return LOGGERS.computeIfAbsent(name, LateLogger::new);
    }
}
