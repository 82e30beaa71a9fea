package org.wvwbuilder.loadtest.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.loadtest.plan.Endpoint;
import org.wvwbuilder.loadtest.plan.Limits;
import org.wvwbuilder.loadtest.wire.Request;

/** A fixed number of callers for one endpoint, each of whom waits for an answer before asking again. */
record ClosedRound(Course course, Request request) {

    void warm(Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        var sent = new AtomicInteger();
        course.together(
                endpoint().atOnce(),
                () -> {
                    while (System.nanoTime() - end < 0
                            && !course.stop().asked()
                            && sent.incrementAndGet() <= Limits.WARMUP_REQUESTS) {
                        course.client().send(request);
                    }
                },
                () -> "warming up: " + endpoint().name());
    }

    /** @return what it took, in seconds */
    double run(Tally tally, Timeline timeline) throws InterruptedException {
        var taken = new AtomicInteger();
        var start = System.nanoTime();
        course.together(
                endpoint().atOnce(),
                () -> {
                    while (!course.stop().asked()
                            && taken.incrementAndGet() <= endpoint().requests()) {
                        var sent = System.nanoTime();
                        var fault = course.client().send(request);
                        var end = System.nanoTime();
                        tally.record(end - sent, fault);
                        timeline.record(sent, end, fault.isEmpty());
                    }
                },
                () -> endpoint().name() + "  " + tally.counted() + " of "
                        + endpoint().requests() + ", " + tally.roundErrors() + " errors");
        return (System.nanoTime() - start) / 1e9;
    }

    private Endpoint endpoint() {
        return request.endpoint();
    }
}
