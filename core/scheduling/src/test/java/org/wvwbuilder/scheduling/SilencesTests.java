package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.scheduling.RunStore.Pulse;

class SilencesTests {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Silences silences = new Silences(nanos::get);

    private List<Pulse> after(int seconds, Pulse... pulses) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        return silences.among(List.of(pulses));
    }

    @Test
    void aBeatThatStaysTheSameIsSilence() {
        var pulse = new Pulse("run", 1);
        assertThat(after(2, pulse)).isEmpty();
        assertThat(after(2, pulse)).isEmpty();
        assertThat(after(2, pulse)).isEmpty();
        assertThat(after(2, pulse)).containsExactly(pulse);
    }

    @Test
    void whateverElseTheBeatSaysItIsALifeSign() {
        for (int i = 0; i < 10; i++) assertThat(after(2, new Pulse("run", -i))).isEmpty();
    }

    @Test
    void whoCouldNotLookKnowsOfNoSilence() {
        var pulse = new Pulse("run", 1);
        assertThat(after(2, pulse)).isEmpty();
        assertThat(after(60, pulse)).isEmpty();
        assertThat(after(3, pulse)).isEmpty();
        assertThat(after(3, pulse)).containsExactly(pulse);
    }
}
