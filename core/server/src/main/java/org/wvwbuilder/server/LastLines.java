package org.wvwbuilder.server;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The newest entries of the log, for a test that has to tell what the server was at. */
final class LastLines extends AppenderBase<ILoggingEvent> {
    private static final int ENTRIES = 5;
    /** Of each: the message, what was thrown, and where. */
    private static final int LINES = 4;

    private final TextLayout layout = new TextLayout();
    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(Instant at, String text) {}

    LastLines() {
        layout.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        var text = layout.doLayout(event).lines().limit(LINES).collect(Collectors.joining("\n"));
        synchronized (entries) {
            entries.addLast(new Entry(Instant.ofEpochMilli(event.getTimeStamp()), text));
            if (entries.size() > ENTRIES) entries.removeFirst();
        }
    }

    List<String> since(Instant begin) {
        synchronized (entries) {
            return entries.stream()
                    .filter(entry -> !entry.at().isBefore(begin))
                    .map(Entry::text)
                    .toList();
        }
    }
}
