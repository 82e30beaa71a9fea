package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogClockTests {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final LogClock clock = new LogClock(PARIS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T09:54:47Z",
                "2026-11-30T09:54:47.009Z",
                "2026-11-30T09:54:47.090Z",
                "2026-11-30T09:54:47.999Z",
                "1969-12-31T23:59:59.001Z",
                "2026-10-25T00:59:59.999Z",
                "2026-10-25T01:00:00Z"
            })
    void momentsStandAsTheFormatterWritesThem(Instant moment) {
        var formatter =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(PARIS);
        assertThat(text(moment)).isEqualTo(formatter.format(moment));
    }

    @Test
    void summerEndsWithinAnHourOfTheSameName() {
        assertThat(text(Instant.parse("2026-10-25T00:30:00.120Z"))).isEqualTo("2026-10-25T02:30:00.120+02:00");
        assertThat(text(Instant.parse("2026-10-25T01:30:00.120Z"))).isEqualTo("2026-10-25T02:30:00.120+01:00");
        assertThat(text(Instant.parse("2026-10-25T01:30:00.121Z"))).isEqualTo("2026-10-25T02:30:00.121+01:00");
    }

    @Test
    void aZoneWithoutAnOffsetSaysSo() {
        var line = new StringBuilder();
        new LogClock(ZoneId.of("UTC"))
                .append(line, Instant.parse("2026-11-30T09:54:47.123Z").toEpochMilli());
        assertThat(line).hasToString("2026-11-30T09:54:47.123Z");
    }

    private String text(Instant moment) {
        var line = new StringBuilder();
        clock.append(line, moment.toEpochMilli());
        return line.toString();
    }
}
