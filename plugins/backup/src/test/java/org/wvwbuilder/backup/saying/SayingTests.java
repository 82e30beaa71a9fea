package org.wvwbuilder.backup.saying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SayingTests {
    @ParameterizedTest
    @EnumSource
    void whatIsSaidIsReadAgainAndThePageHasWordsForIt(Saying saying) {
        var told = Saying.told(saying.of(names(saying)));
        assertThat(told.code()).isEqualTo(saying.name().toLowerCase(Locale.ROOT));
        assertThat(told.values().values()).containsExactlyInAnyOrder(strings(names(saying)));
        assertThat(page()).containsPattern("(?m)^  " + told.code() + ": \\[");
    }

    @Test
    void anotherSentenceStaysWhatItIs() {
        assertThat(Saying.told("cannot be {n}: $1").values()).containsEntry("text", "cannot be {n}: $1");
        assertThat(Saying.LAST.of("$1")).isEqualTo("last $1");
    }

    /** As many values as it takes. */
    private static Object[] names(Saying saying) {
        for (int count = 0; ; count++) {
            var values = IntStream.range(0, count).mapToObj(i -> "v" + i).toArray();
            try {
                saying.of(values);
                return values;
            } catch (IllegalArgumentException more) {
                assertThat(count).isLessThan(9);
            }
        }
    }

    private static String[] strings(Object[] values) {
        return java.util.Arrays.copyOf(values, values.length, String[].class);
    }

    private static String page() {
        try {
            return Files.readString(Path.of("src/main/web/backups/told.js"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
