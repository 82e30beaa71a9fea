package org.wvwbuilder.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Counts the time of one route, apart for each class of status. */
final class Timers {
    private final MeterRegistry registry;
    private final String method;
    private final String route;
    private final AtomicReferenceArray<Timer> byClass = new AtomicReferenceArray<>(6);

    Timers(MeterRegistry registry, String method, String route) {
        this.registry = registry;
        this.method = method;
        this.route = route;
    }

    void record(int status, long nanos) {
        int kind = Math.clamp(status / 100, 0, 5);
        var timer = byClass.get(kind);
        if (timer == null) {
            timer = Timer.builder("wvw.http.requests")
                    .description("Requests answered and the time they took")
                    .tag("method", method)
                    .tag("route", route)
                    .tag("status", kind + "xx")
                    .register(registry);
            byClass.set(kind, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    void forget() {
        for (int i = 0; i < byClass.length(); i++) {
            var timer = byClass.getAndSet(i, null);
            if (timer != null) registry.remove(timer);
        }
    }
}
