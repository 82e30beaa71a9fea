package org.wvwbuilder.server;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes moments as lines of the log begin. On a busy server most lines fall into the second of the one before. */
final class LogClock {
    private static final long SECOND = 1_000;

    private final DateTimeFormatter whole;
    private final DateTimeFormatter offset;
    /** Replaced as a whole: several threads write lines. */
    private volatile Second last = new Second(Long.MIN_VALUE, "", "");

    private record Second(long at, String upToPoint, String offset) {}

    LogClock(ZoneId zone) {
        whole = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.").withZone(zone);
        offset = DateTimeFormatter.ofPattern("XXX").withZone(zone);
    }

    /** @param millis since 1970 */
    void append(StringBuilder line, long millis) {
        long at = Math.floorDiv(millis, SECOND);
        var second = last;
        if (second.at != at) last = second = second(at);
        int rest = (int) Math.floorMod(millis, SECOND);
        line.append(second.upToPoint);
        if (rest < 100) line.append('0');
        if (rest < 10) line.append('0');
        line.append(rest).append(second.offset);
    }

    private Second second(long at) {
        var moment = Instant.ofEpochSecond(at);
        return new Second(at, whole.format(moment), offset.format(moment));
    }
}
