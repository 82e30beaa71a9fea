package org.wvwbuilder.plugin.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.wvwbuilder.plugin.Event;

/**
 * Every event that the server's plugins published since the last {@link #clear}, and a way to publish some as another
 * plugin would.
 *
 * <pre>{@code
 * events.publish(new BuildDeleted(clock.instant(), "b-1", "u-1"));
 * var mine = events.await(Announced.class, event -> event.build().equals("b-1"));
 * }</pre>
 */
public final class RecordedEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private final TestServer server;

    RecordedEvents(TestServer server) {
        this.server = server;
    }

    void add(Object event) {
        synchronized (seen) {
            seen.add(event);
            seen.notifyAll();
        }
    }

    /** Those of one type, in the order of their publication. */
    public <E extends Event> List<E> of(Class<E> type) {
        return seen.stream()
                .filter(event -> event.getClass().getName().equals(type.getName()))
                .map(event -> type.cast(server.outward(event)))
                .toList();
    }

    /** The first of a type, which may still be on its way: it is waited for, at most ten seconds. */
    public <E extends Event> E await(Class<E> type) {
        return await(type, event -> true);
    }

    /**
     * The first of a type that is as it should be.
     *
     * @throws AssertionError when none comes within ten seconds ({@code plugin.patience} gives it more); it
     *     names those that came
     */
    public <E extends Event> E await(Class<E> type, Predicate<? super E> as) {
        long end = System.nanoTime() + Patience.of(PATIENCE).toNanos();
        synchronized (seen) {
            while (true) {
                Optional<E> found = of(type).stream().filter(as).findFirst();
                if (found.isPresent()) return found.get();
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("no " + type.getSimpleName() + " as expected was published; there were "
                            + seen.stream().map(Object::toString).toList());
                }
                try {
                    seen.wait(left);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted while waiting for " + type.getSimpleName(), stop);
                }
            }
        }
    }

    /** Publishes an event to all plugins that subscribed to its type. They get it in threads of their own. */
    public void publish(Event event) {
        server.publish(event);
    }

    /** Forgets what was published until now. */
    public void clear() {
        seen.clear();
    }
}
