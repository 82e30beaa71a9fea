package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.Event;

class EventBusTests {

    record Numbered(Instant at, int number) implements Event {}

    record Other(Instant at) implements Event {}

    private final EventBus bus = new EventBus();

    @Test
    void aSubscriberGetsItsTypeInOrderAndNothingElse() throws Exception {
        var received = new LinkedBlockingQueue<Integer>();
        bus.install(new FakePlugin("a"), List.of(new Subscription<>(Numbered.class, e -> received.add(e.number()))));
        for (var i = 0; i < 100; i++) {
            bus.publish(new Numbered(Instant.EPOCH, i));
            bus.publish(new Other(Instant.EPOCH));
        }
        var seen = new ArrayList<Integer>();
        while (seen.size() < 100) seen.add(received.poll(5, TimeUnit.SECONDS));
        assertThat(seen).isSorted().hasSize(100).doesNotContainNull();
        assertThat(received).isEmpty();
    }

    @Test
    void aSubscriberThatFailsKeepsItsLaterEvents() throws Exception {
        var received = new LinkedBlockingQueue<Integer>();
        bus.install(new FakePlugin("a"), List.of(new Subscription<>(Numbered.class, e -> {
            if (e.number() == 0) throw new IllegalStateException("the first is too much");
            received.add(e.number());
        })));
        bus.publish(new Numbered(Instant.EPOCH, 0));
        bus.publish(new Numbered(Instant.EPOCH, 1));
        assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aStuckSubscriberNeitherBlocksThePublisherNorTheOthers() throws Exception {
        var release = new CountDownLatch(1);
        var received = new CountDownLatch(5_000);
        bus.install(new FakePlugin("stuck"), List.of(new Subscription<>(Numbered.class, e -> release.await())));
        bus.install(new FakePlugin("quick"), List.of(new Subscription<>(Numbered.class, e -> received.countDown())));
        for (var i = 0; i < 5_000; i++) {
            bus.publish(new Numbered(Instant.EPOCH, i));
            while (received.getCount() > 5_000 - i) Thread.onSpinWait();
        }
        assertThat(received.await(5, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void whoeverIsWithdrawnGetsWhatWasPublishedBefore() throws Exception {
        var plugin = new FakePlugin("a");
        var received = new ArrayList<Integer>();
        var begin = new CountDownLatch(1);
        bus.install(plugin, List.of(new Subscription<>(Numbered.class, e -> {
            begin.await();
            received.add(e.number());
        })));
        for (var i = 0; i < 1_000; i++) bus.publish(new Numbered(Instant.EPOCH, i));
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(begin::countDown);
        bus.withdraw(plugin);
        assertThat(received).hasSize(1_000).isSorted();
    }

    @Test
    @Timeout(30)
    void whoeverNeverEndsIsWithdrawnAllTheSame() throws Exception {
        var plugin = new FakePlugin("stuck");
        var interrupted = new CountDownLatch(1);
        bus.install(plugin, List.of(new Subscription<>(Numbered.class, e -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        })));
        for (var i = 0; i < 1_100; i++) bus.publish(new Numbered(Instant.EPOCH, i));
        bus.withdraw(plugin);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Timeout(60)
    void anEventThatIsTooMuchIsGivenUpAndTheNextOneArrives() throws Exception {
        var patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(45), "plugins.call-deadline");
        var calls = new Calls("a", patience, patience);
        var begun = new CountDownLatch(1);
        var received = new CountDownLatch(1);
        bus.install(new FakePlugin("a", calls), List.of(new Subscription<>(Numbered.class, e -> {
            begun.countDown();
            if (e.number() == 0) new CountDownLatch(1).await();
            received.countDown();
        })));
        bus.publish(new Numbered(Instant.EPOCH, 0));
        bus.publish(new Numbered(Instant.EPOCH, 1));
        begun.await();
        calls.sweep(System.nanoTime() + Duration.ofMinutes(1).toNanos());
        received.await();
        assertThat(calls.complaint(System.nanoTime() + Duration.ofMinutes(1).toNanos()))
                .hasValueSatisfying(why -> assertThat(why).contains("the event Numbered"));
    }

    @Test
    void nothingReachesAPluginThatWasWithdrawn() throws Exception {
        var plugin = new FakePlugin("a");
        var received = new LinkedBlockingQueue<Integer>();
        bus.install(plugin, List.of(new Subscription<>(Numbered.class, e -> received.add(e.number()))));
        bus.publish(new Numbered(Instant.EPOCH, 1));
        assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
        bus.withdraw(plugin);
        bus.publish(new Numbered(Instant.EPOCH, 2));
        assertThat(received.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
}
