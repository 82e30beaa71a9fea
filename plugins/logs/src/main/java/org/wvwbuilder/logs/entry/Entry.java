package org.wvwbuilder.logs.entry;

import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** One thing that happened, as a log tells it. Everything that could forge a line or steer a terminal is spelled out. */
@Doc("An entry of a log.")
public record Entry(
        @Doc("When; null where the line tells no time.") Optional<Instant> timestamp,
        @Doc("error, warning, info or debug.") Severity level,
        @Doc("What wrote it.") String logger,
        String message,

        @Doc("The lines below it, as of a stack trace; empty without any.")
        String trace,

        @Doc("The HTTP status, for requests.") Optional<Integer> status,
        @Doc("As in the answer's X-Request-Id.") Optional<String> requestId,
        Optional<String> userId,
        @Doc("Whether some of it was too long to be shown.") boolean cut) {

    /** The most characters of a message, and of a trace. */
    public static final int LONGEST_MESSAGE = 8_192;

    public static final int LONGEST_TRACE = 32_768;

    public Entry {
        cut = cut || message.length() > LONGEST_MESSAGE || trace.length() > LONGEST_TRACE;
        logger = Visible.line(logger, 256);
        message = Visible.line(message, LONGEST_MESSAGE);
        trace = Visible.lines(trace, LONGEST_TRACE);
        requestId = requestId.map(id -> Visible.line(id, 128));
        userId = userId.map(id -> Visible.line(id, 128));
    }

    /** A line that nothing is known of. */
    public static Entry plain(String line) {
        return of(Optional.empty(), Severity.INFO, "", line);
    }

    /** An entry that is no request. */
    public static Entry of(Optional<Instant> timestamp, Severity level, String logger, String message) {
        return new Entry(
                timestamp, level, logger, message, "", Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** The same with the lines that follow it. */
    public Entry with(String lines, boolean shortened) {
        return new Entry(timestamp, level, logger, message, lines, status, requestId, userId, cut || shortened);
    }

    /** What it takes in memory, roughly, in characters. */
    public int size() {
        return 200 + message.length() + trace.length();
    }
}
