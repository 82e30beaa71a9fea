package org.wvwbuilder.loadtest.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.wire.Request;

/**
 * Requests by a schedule. A free caller takes the next arrival, waits for its moment, and sends it; when none is free, what
 * is due waits for one, and its waiting counts. What is still unsent when nobody could expect an answer any more is counted
 * as an error, with its delay.
 */
final class OpenRound {
    /** What is due and was not sent before the end. */
    static final String UNSENT = "not sent in time";

    private final Course course;
    private final List<Request> requests;
    private final Mix mix;
    private final Load.Open load;
    private final long graceNanos;

    /** @param grace how long after the last arrival a late one is still sent */
    OpenRound(Course course, List<Request> requests, Load.Open load, Duration grace) {
        this.course = course;
        this.requests = requests;
        this.mix = new Mix(requests.stream().map(Request::endpoint).toList());
        this.load = load;
        this.graceNanos = grace.toNanos();
    }

    /**
     * @param start when the first counted one is due, by {@link System#nanoTime}
     * @param before arrivals that are sent before that and not counted
     */
    private record Schedule(long start, int before, int counted, double rate) {
        long due(int arrival) {
            return start + Math.round((arrival - before) * 1e9 / rate);
        }
    }

    /** @return what it took from the first counted arrival, in seconds */
    double run(Duration warmup, List<Tally> tallies, Timeline timeline) throws InterruptedException {
        var before = (int) Math.round(load.rate() * warmup.toMillis() / 1000);
        var start = System.nanoTime() + warmup.toNanos();
        var schedule = new Schedule(start, before, load.arrivals(), load.rate());
        var next = new AtomicInteger();
        var last = new AtomicLong(start);
        course.together(
                load.atOnce(),
                () -> {
                    for (var i = next.getAndIncrement(); i < before + schedule.counted(); i = next.getAndIncrement()) {
                        if (!arrive(schedule, i, tallies, timeline)) return;
                        last.accumulateAndGet(System.nanoTime(), Math::max);
                    }
                },
                () -> state(schedule, next.get(), tallies));
        var seconds = (last.get() - start) / 1e9;
        // A round that kept up lasts as long as it was meant to: not only until its last arrival.
        return course.stop().asked() ? seconds : Math.max(seconds, schedule.counted() / load.rate());
    }

    /** @return false when the run was ended before this one was due */
    private boolean arrive(Schedule schedule, int arrival, List<Tally> tallies, Timeline timeline)
            throws InterruptedException {
        var due = schedule.due(arrival);
        course.stop().awaitUntil(due);
        var which = mix.endpoint(arrival);
        var end = schedule.due(schedule.before() + schedule.counted()) + graceNanos;
        var stopped = course.stop().asked();
        if (stopped && course.stop().moment() - due < 0) return false;
        var late = stopped || System.nanoTime() - end > 0;
        var fault = late ? UNSENT : course.client().send(requests.get(which));
        if (arrival < schedule.before()) return true;
        var now = System.nanoTime();
        tallies.get(which).record(now - due, fault);
        timeline.record(due, now, fault.isEmpty());
        return true;
    }

    private String state(Schedule schedule, int taken, List<Tally> tallies) {
        if (System.nanoTime() - schedule.start() < 0) return "warming up";
        var seconds = (System.nanoTime() - schedule.start()) / 1_000_000_000;
        var counted = tallies.stream().mapToLong(Tally::counted).sum();
        var errors = tallies.stream().mapToLong(Tally::roundErrors).sum();
        var behind = taken == 0 ? 0 : System.nanoTime() - schedule.due(taken);
        return seconds + " s of " + load.length().toSeconds() + " s, " + counted + " of " + schedule.counted() + ", "
                + errors + " errors" + (behind > 1_000_000_000 ? ", " + behind / 1_000_000_000 + " s behind" : "");
    }
}
