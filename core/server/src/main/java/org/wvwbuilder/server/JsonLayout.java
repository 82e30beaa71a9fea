package org.wvwbuilder.server;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;

/** One JSON object a line: timestamp, level, logger, message, and request_id, user_id, trace where there are any. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void start() {
        traces.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        entry.put("level", event.getLevel().toString());
        entry.put("logger", event.getLoggerName());
        entry.put("message", event.getFormattedMessage());
        entry.putAll(event.getMDCPropertyMap());
        if (event.getThrowableProxy() != null) entry.put("trace", traces.convert(event));
        try {
            // What JSON lets pass unescaped is spelled out as JSON does it, and so is still the same text.
            return Visible.of(json.writeValueAsString(entry)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written as JSON", e);
        }
    }
}
