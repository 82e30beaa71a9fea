package org.wvwbuilder.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.Event;

/**
 * Brings events to subscribers: asynchronously, in order for each, at most once. A slow subscriber loses its own.
 * Whoever is withdrawn gets what was published before, within five seconds.
 */
final class EventBus implements Host<Subscription<?>> {
    private static final int QUEUE = 1_000;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Event END = new End(Instant.EPOCH);
    private static final System.Logger LOG = System.getLogger(EventBus.class.getName());
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder dropped = new LongAdder();

    void listen(Consumer<? super Event> listener) {
        listeners.add(listener);
    }

    void publish(Event event) {
        for (var listener : listeners) listener.accept(event);
        for (var subscriber : subscribers) subscriber.offer(event);
    }

    /** How many events found a subscriber's queue full. */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void install(PluginHandle plugin, List<Subscription<?>> contributions) {
        for (var subscription : contributions) subscribers.add(new Subscriber(plugin, subscription));
    }

    @Override
    public void withdraw(PluginHandle plugin) {
        var gone = subscribers.stream().filter(it -> it.plugin == plugin).toList();
        subscribers.removeAll(gone);
        gone.forEach(Subscriber::end);
        long until = System.nanoTime() + FAREWELL.toNanos();
        for (var subscriber : gone) subscriber.stop(until);
    }

    /** Wakes a subscriber that waits for its next event. */
    private record End(Instant at) implements Event {}

    private static final class Handing extends Call {
        private final Event event;

        Handing(Calls calls, Event event) {
            super(calls, calls.usual());
            this.event = event;
        }

        @Override
        protected String what() {
            return "the event " + event.getClass().getSimpleName();
        }
    }

    private final class Subscriber {
        private final PluginHandle plugin;
        private final Subscription<?> subscription;
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
        private final AtomicLong lost = new AtomicLong();
        private final Thread thread;
        private final Calls calls;
        private volatile boolean over;
        private volatile boolean stopped;

        Subscriber(PluginHandle plugin, Subscription<?> subscription) {
            this.plugin = plugin;
            this.calls = plugin.calls();
            this.subscription = subscription;
            this.thread = Thread.ofVirtual().name("events-" + plugin.id()).start(this::deliver);
        }

        void offer(Event event) {
            if (over || !subscription.type().isInstance(event) || queue.offer(event)) return;
            dropped.increment();
            var count = lost.incrementAndGet();
            if (Long.bitCount(count) == 1) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the plugin {0} is too slow: {1} of its events were dropped",
                        plugin.id(),
                        count);
            }
        }

        /** Nothing more joins the queue; what is in it is handed over still. */
        void end() {
            over = true;
            // In a full queue there is no room for it, and nobody who waits.
            if (!queue.offer(END)) LOG.log(System.Logger.Level.DEBUG, "{0} has much to do yet", plugin.id());
        }

        /** Waits until the queue is empty, or else ends it at this time of {@link System#nanoTime}. */
        void stop(long until) {
            try {
                if (thread.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) return;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the plugin {0} is too slow to stop: {1} of its events were dropped",
                        plugin.id(),
                        queue.stream().filter(event -> event != END).count());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stopped = true;
            thread.interrupt();
        }

        private void deliver() {
            try {
                while (!stopped && !Thread.currentThread().isInterrupted()) {
                    var next = over ? queue.poll() : queue.take();
                    if (next == null) return;
                    if (next != END) hand(next, subscription);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private <E extends Event> void hand(Event event, Subscription<E> to) throws InterruptedException {
            var call = new Handing(calls, event);
            try {
                call.run(() -> plugin.call(() -> {
                    to.handler().on(to.type().cast(event));
                    return null;
                }));
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception | Error e) {
                // Of those that take too long the watch has told already.
                if (call.isLate()) return;
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the plugin " + plugin.id() + " failed on "
                                + event.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
