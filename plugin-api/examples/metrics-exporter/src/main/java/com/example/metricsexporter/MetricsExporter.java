package com.example.metricsexporter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.event.BuildSaved;

/**
 * Two gauges at {@code /metrics}. A gauge is read whenever Prometheus asks: its value stands ready in memory, and nothing is
 * queried or computed then.
 */
public final class MetricsExporter implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var saved = new LongAdder();
        var last = new AtomicReference<Instant>();
        return OpenPlugin.of(
                new Contribution.Subscription<>(BuildSaved.class, event -> {
                    saved.increment();
                    last.set(event.at());
                }),
                // Since the start, on this server: Prometheus adds up the servers, and knows a restart by the fall to zero.
                new Contribution.Gauge("saved", "builds", "Builds that were saved since the server started", saved::doubleValue),
                new Contribution.Gauge(
                        "quiet",
                        "seconds",
                        "How long ago the last build was saved; NaN when none was since the server started",
                        () -> quiet(last.get(), context.clock())));
    }

    private static double quiet(Instant last, InstantSource clock) {
        return last == null ? Double.NaN : Duration.between(last, clock.instant()).toSeconds();
    }
}
