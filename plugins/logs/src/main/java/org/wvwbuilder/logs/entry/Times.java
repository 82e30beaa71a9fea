package org.wvwbuilder.logs.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The ways in which logs write a time. */
final class Times {
    private static final DateTimeFormatter ACCESS = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
    private static final DateTimeFormatter ERROR = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);

    /** What lies outside is no time that a log was written at, and not every calculation can bear it. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    /** {@code 2026-11-24T09:12:17.123+01:00} */
    static Optional<Instant> iso(String text) {
        return attempt(() -> OffsetDateTime.parse(text).toInstant());
    }

    /** {@code 24/Nov/2026:09:12:17 +0100} */
    static Optional<Instant> access(String text) {
        return attempt(() -> OffsetDateTime.parse(text, ACCESS).toInstant());
    }

    /** {@code 2026/11/24 09:12:17} in the machine's own zone, for nginx tells none. */
    static Optional<Instant> error(String text) {
        return attempt(() ->
                LocalDateTime.parse(text, ERROR).atZone(ZoneId.systemDefault()).toInstant());
    }

    /** Microseconds since 1970, as the journal counts. */
    static Optional<Instant> micros(String text) {
        try {
            long micros = Long.parseLong(text);
            return attempt(() -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private interface Reading {
        Instant read();
    }

    private static Optional<Instant> attempt(Reading reading) {
        try {
            return Optional.of(reading.read()).filter(time -> !time.isBefore(FIRST) && !time.isAfter(LAST));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }
}
