package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

    /** Something of every kind. */
    public record Everything(
            String plainText, int someCount, boolean yes, Optional<Instant> madeAt, List<Object> items) {}

    @Test
    void whatIsWrittenIsReadBack() {
        var value = new Everything(
                "\"\\\n\u0001\u2028é💎",
                7,
                true,
                Optional.of(Instant.EPOCH),
                Arrays.asList(1L, 2.5, null, Map.of("a", List.of())));
        var read = (Map<?, ?>) JsonReader.read(Json.write(value));
        assertThat(read.get("plain_text")).isEqualTo(value.plainText());
        assertThat(read.get("some_count")).isEqualTo(7L);
        assertThat(read.get("yes")).isEqualTo(true);
        assertThat(read.get("made_at")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(read.get("items")).isEqualTo(value.items());
    }

    @Test
    void keysStandInTheOrderOfTheRecord() {
        assertThat(Json.write(new Everything("a", 1, false, Optional.empty(), List.of())))
                .isEqualTo("""
                        {
                          "plain_text": "a",
                          "some_count": 1,
                          "yes": false,
                          "made_at": null,
                          "items": []
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\"}", "[1,]", "tru", "{} x", "\"\\u00", "\"abc"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text));
    }
}
