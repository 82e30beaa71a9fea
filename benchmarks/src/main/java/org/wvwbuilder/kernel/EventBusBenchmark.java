package org.wvwbuilder.kernel;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.testing.TestPlugin;

/** What an event costs whoever publishes it, and until all have it. In the package of what it measures, which is its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EventBusBenchmark {
    /** Fewer than fit into a subscriber's queue: none is dropped. */
    private static final int BATCH = 500;

    record Wanted(Instant at) implements Event {}

    record Unwanted(Instant at) implements Event {}

    @Param({"1", "10"})
    public int subscribers;

    private final Event wanted = new Wanted(Instant.EPOCH);
    private final Event unwanted = new Unwanted(Instant.EPOCH);
    private final LongAdder received = new LongAdder();
    private final PluginHandle plugin = new TestPlugin("listening", EventBusBenchmark.class);
    private EventBus bus;
    private long expected;

    @Setup
    public void prepare() {
        bus = new EventBus();
        var one = new Subscription<>(Wanted.class, event -> received.increment());
        IntStream.range(0, subscribers).forEach(i -> bus.install(plugin, List.of(one)));
    }

    /** None may be lost, else the figures are of another work. */
    @TearDown
    public void close() {
        bus.withdraw(plugin);
        if (bus.dropped() > 0) throw new IllegalStateException(bus.dropped() + " events were dropped");
    }

    /** Published and in the hands of every subscriber, each in a thread of its own. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long deliver() {
        for (int i = 0; i < BATCH; i++) bus.publish(wanted);
        expected += (long) BATCH * subscribers;
        while (received.sum() < expected) Thread.onSpinWait();
        return expected;
    }

    /** An event that nobody subscribed to. */
    @Benchmark
    public void ignore() {
        bus.publish(unwanted);
    }
}
