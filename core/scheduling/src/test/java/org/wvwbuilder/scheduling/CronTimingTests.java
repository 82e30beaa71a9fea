package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimingTests {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** 1 November 2026 is a Sunday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # what operators write | after            | the next three
                    * * * * *              | 2026-11-01T00:00 | 2026-11-01T00:01 2026-11-01T00:02 2026-11-01T00:03
                    */20 * * * *           | 2026-11-01T00:05 | 2026-11-01T00:20 2026-11-01T00:40 2026-11-01T01:00
                    5/25 * * * *           | 2026-11-01T00:05 | 2026-11-01T00:30 2026-11-01T00:55 2026-11-01T01:05
                    0 2 * * 0              | 2026-11-01T01:59 | 2026-11-01T02:00 2026-11-08T02:00 2026-11-15T02:00
                    0 2 * * 7              | 2026-11-01T02:00 | 2026-11-08T02:00 2026-11-15T02:00 2026-11-22T02:00
                    0 2 * * SUN            | 2026-11-01T02:00 | 2026-11-08T02:00 2026-11-15T02:00 2026-11-22T02:00
                    0 2 * * 5-7            | 2026-11-01T02:00 | 2026-11-06T02:00 2026-11-07T02:00 2026-11-08T02:00
                    0 2 * * mon-fri        | 2026-11-05T02:00 | 2026-11-06T02:00 2026-11-09T02:00 2026-11-10T02:00
                    0 2 * * */3            | 2026-11-01T00:00 | 2026-11-01T02:00 2026-11-04T02:00 2026-11-07T02:00
                    15,45 8-9 * * *        | 2026-11-01T08:15 | 2026-11-01T08:45 2026-11-01T09:15 2026-11-01T09:45
                    0 9-17/4 * * *         | 2026-11-01T09:00 | 2026-11-01T13:00 2026-11-01T17:00 2026-11-02T09:00
                    0 0 1 * *              | 2026-11-01T00:00 | 2026-12-01T00:00 2027-01-01T00:00 2027-02-01T00:00
                    0 0 31 * *             | 2026-11-01T00:00 | 2026-12-31T00:00 2027-01-31T00:00 2027-03-31T00:00
                    0 0 1 jan,Jul *        | 2026-11-01T00:00 | 2027-01-01T00:00 2027-07-01T00:00 2028-01-01T00:00
                    0 0 29 2 *             | 2026-11-01T00:00 | 2028-02-29T00:00 2032-02-29T00:00 2036-02-29T00:00
                    0 0 10 * 1             | 2026-11-01T00:00 | 2026-11-02T00:00 2026-11-09T00:00 2026-11-10T00:00
                    0 0 */2 * 1            | 2026-11-01T00:00 | 2026-11-09T00:00 2026-11-23T00:00 2026-12-07T00:00
                    0  4  *  *  *          | 2026-11-01T04:00 | 2026-11-02T04:00 2026-11-03T04:00 2026-11-04T04:00
                    """)
    void namesTheMomentsThatCronWould(String fields, String after, String expected) {
        assertThat(three(fields, PARIS, after)).containsExactly(expected.split(" "));
    }

    @Test
    void aDayIsUnderstoodWhateverTheLanguageOfTheMachine() {
        var usual = Locale.getDefault();
        try {
            // There the small letter of I has no dot.
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(three("0 2 * * FRI", PARIS, "2026-11-05T02:00"))
                    .containsExactly("2026-11-06T02:00", "2026-11-13T02:00", "2026-11-20T02:00");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void theTimeOfTheHourThatDoesNotExistRunsAtItsEndOnce() {
        // On 29 March 2026 clocks go from 02:00 to 03:00.
        assertThat(three("0 2 * * 0", PARIS, "2026-03-22T02:00"))
                .containsExactly("2026-03-29T03:00", "2026-04-05T02:00", "2026-04-12T02:00");
        assertThat(three("*/30 2 * * *", PARIS, "2026-03-28T02:30"))
                .containsExactly("2026-03-29T03:00", "2026-03-30T02:00", "2026-03-30T02:30");
        assertThat(three("30 * * * *", PARIS, "2026-03-29T01:00"))
                .containsExactly("2026-03-29T01:30", "2026-03-29T03:30", "2026-03-29T04:30");
    }

    @Test
    void theHourThatComesTwiceRunsOnceUnlessEveryHourIsMeant() {
        // On 25 October 2026 clocks go from 03:00 back to 02:00.
        var before = Instant.parse("2026-10-24T22:00:00Z");
        assertThat(Stream.iterate(
                                before,
                                at -> CronTiming.parse("30 2 * * *", PARIS).after(before, at))
                        .skip(1)
                        .limit(2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
        assertThat(Stream.iterate(
                                before,
                                at -> CronTiming.parse("30 * * * *", PARIS).after(before, at))
                        .skip(1)
                        .limit(5))
                .containsExactly(
                        Instant.parse("2026-10-24T22:30:00Z"),
                        Instant.parse("2026-10-24T23:30:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"),
                        Instant.parse("2026-10-25T02:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    0 2 * *      | write five
                    0 0 2 * * ?  | write five
                    60 * * * *   | '60' is no minute; write 0 to 59
                    * 24 * * *   | '24' is no hour
                    * * 0 * *    | '0' is no day of the month; write 1 to 31
                    * * * foo *  | 'foo' is no month; write 1 to 12 or jan to dec
                    * * * * 8    | '8' is no day of the week
                    9-5 * * * *  | ends before it begins
                    */0 * * * *  | '0' is no step
                    1,,2 * * * * | '' is no minute
                    @daily       | write five
                    0 0 31 2 *   | names a day that never comes
                    -1 * * * *   | '' is no minute
                    99999999999 * * * * | is no minute
                    """)
    void whatMakesNoSenseIsRefusedWithTheReason(String fields, String reason) {
        assertThatThrownBy(() -> CronTiming.parse(fields, PARIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theLatestMomentIsTheLastOfThoseThatComeAfterOneAnother() {
        var from = Instant.parse("2026-01-15T12:34:56Z");
        var to = Instant.parse("2026-11-15T12:00:00Z");
        for (var fields :
                new String[] {"0 2 * * 0", "0 0 1 * *", "*/7 * * * *", "30 2 * * *", "0 0 15 6 *", "0 12 * * *"}) {
            var timing = CronTiming.parse(fields, PARIS);
            var last = from;
            for (var at = timing.after(from, from); !at.isAfter(to); at = timing.after(from, at)) last = at;

            assertThat(timing.latest(from, from, to)).as(fields).contains(last);
            assertThat(timing.latest(last, last, to)).as(fields).isEmpty();
        }
    }

    private static Stream<String> three(String fields, ZoneId zone, String after) {
        var timing = CronTiming.parse(fields, zone);
        var start = LocalDateTime.parse(after).atZone(zone).toInstant();
        return Stream.iterate(start, at -> timing.after(start, at))
                .skip(1)
                .limit(3)
                .map(at -> at.atZone(zone).toLocalDateTime().toString());
    }
}
