package org.wvwbuilder.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.wvwbuilder.boot.LateLoggerFinder;

/** Sets Logback up in code: what a configuration file could say is said in {@link LogsConfig}. */
final class Logging {
    private static final String LARGEST_FILE = "50MB";
    private static final String ACCESS = "access";
    /** How many logs share the room that the configuration gives. */
    private static final int LOGS = 2;

    private Logging() {}

    /** Everything to the terminal but requests, everything to files that are rotated daily. */
    static void start(LogsConfig config) {
        var context = reset();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(config.level().name().replace("WARNING", "WARN")));
        root.addAppender(terminal(context, config));
        root.addAppender(file(context, config, "gw2", new RollingFileAppender<>()));
        var access = context.getLogger(ACCESS);
        access.setAdditive(false);
        // All else is written at once, so that the last words before a crash are in the file.
        access.addAppender(file(context, config, ACCESS, new RequestsFile()));
        // Chatter of libraries that says nothing to an operator.
        for (var name : new String[] {"org.eclipse.jetty", "org.quartz", "com.zaxxer.hikari", "org.flywaydb"}) {
            context.getLogger(name).setLevel(Level.WARN);
        }
        connect();
    }

    /** Only warnings and errors, to the standard error: for commands. */
    static void quiet() {
        var context = reset();
        var terminal = new ConsoleAppender<ILoggingEvent>();
        terminal.setTarget("System.err");
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(ready(context, terminal, new TextLayout()));
        connect();
    }

    /** Writes out what is still on its way. */
    static void stop() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }

    private static LoggerContext reset() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        return context;
    }

    private static void connect() {
        LateLoggerFinder.use(name -> new Slf4jLogger(LoggerFactory.getLogger(name)));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static Appender<ILoggingEvent> terminal(LoggerContext context, LogsConfig config) {
        return ready(context, new ConsoleAppender<>(), layout(config));
    }

    private static Appender<ILoggingEvent> file(
            LoggerContext context, LogsConfig config, String name, RollingFileAppender<ILoggingEvent> appender) {
        appender.setFile(config.directory().resolve(name + ".log").toString());
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                config.directory().resolve(name + ".%d{yyyy-MM-dd}.%i.log.gz").toString());
        policy.setMaxHistory(config.days());
        policy.setMaxFileSize(FileSize.valueOf(LARGEST_FILE));
        policy.setTotalSizeCap(FileSize.valueOf(config.megabytes() / LOGS + "MB"));
        policy.start();
        appender.setRollingPolicy(policy);
        return ready(context, appender, layout(config));
    }

    private static Layout<ILoggingEvent> layout(LogsConfig config) {
        return config.format() == LogsConfig.Format.JSON ? new JsonLayout() : new TextLayout();
    }

    private static Appender<ILoggingEvent> ready(
            LoggerContext context,
            ch.qos.logback.core.OutputStreamAppender<ILoggingEvent> appender,
            Layout<ILoggingEvent> layout) {
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
