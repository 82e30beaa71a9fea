package org.wvwbuilder.server;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;

/** One entry a line, its stack trace indented below it. */
final class TextLayout extends LayoutBase<ILoggingEvent> {
    private static final int LEVEL_WIDTH = 5;

    private final LogClock clock = new LogClock(ZoneId.systemDefault());
    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

    @Override
    public void start() {
        traces.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder(160);
        clock.append(line, event.getTimeStamp());
        var level = event.getLevel().toString();
        line.append(' ')
                .append(level)
                .repeat(' ', LEVEL_WIDTH - level.length() + 1)
                .append(event.getLoggerName())
                .append(' ');
        event.getMDCPropertyMap()
                .forEach((key, value) -> line.append('[')
                        .append(key)
                        .append('=')
                        .append(Visible.of(value))
                        .append("] "));
        line.append(Visible.of(event.getFormattedMessage())).append('\n');
        if (event.getThrowableProxy() != null) {
            traces.convert(event)
                    .lines()
                    .forEach(trace -> line.append('\t')
                            .append(Visible.of(trace.stripLeading()))
                            .append('\n'));
        }
        return line.toString();
    }
}
