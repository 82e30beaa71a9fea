package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeldomTests {
    @Test
    void oneIsLetThroughInAWhile() {
        // Close to where the numbers of nanoTime turn over.
        long start = Long.MAX_VALUE - 5;
        var seldom = new Seldom(Duration.ofNanos(10), start);
        assertThat(seldom.due(start)).isTrue();
        assertThat(seldom.due(start + 9)).isFalse();
        assertThat(seldom.due(start + 10)).isTrue();
        assertThat(seldom.due(start + 11)).isFalse();
    }

    @Test
    void ofManyAtTheSameMomentItIsOne() {
        var seldom = new Seldom(Duration.ofMinutes(1), 0);
        assertThat(IntStream.range(0, 10_000)
                        .parallel()
                        .filter(one -> seldom.due(1))
                        .count())
                .isEqualTo(1);
    }
}
