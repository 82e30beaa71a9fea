package org.wvwbuilder.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One period after the other since the job came to be; a restart does not change the beat. */
record EveryTiming(Duration period) implements Timing {

    @Override
    public Instant after(Instant since, Instant instant) {
        return since.plus(period.multipliedBy(Math.max(0, beats(since, instant)) + 1));
    }

    @Override
    public Optional<Instant> latest(Instant since, Instant from, Instant to) {
        long beats = beats(since, to);
        if (beats < 1) return Optional.empty();
        return Optional.of(since.plus(period.multipliedBy(beats))).filter(moment -> moment.isAfter(from));
    }

    private long beats(Instant since, Instant instant) {
        return Duration.between(since, instant).dividedBy(period);
    }

    @Override
    public String text() {
        return "every " + period;
    }
}
