package org.wvwbuilder.server;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Has what is dead among the old objects collected before the memory that the process may take is full of it, as the serial
 * collector, the smallest there is, does not look at them until then: a server whose live objects take 25 MB would fill 500.
 *
 * <p>A collection stops the server for less than a tenth of a second, so the room for dead objects doubles while one follows
 * another within twenty seconds.
 */
final class OldGeneration {
    private static final String POOL = "Tenured Gen";
    private static final long ROOM = 8L << 20;
    private static final long FIRST_LIMIT = 33L << 20;
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration CALM = Duration.ofSeconds(20);

    private final LongSupplier used;
    private final Runnable collect;
    private final LongSupplier nanoTime;
    private long limit = FIRST_LIMIT;
    private long room = ROOM;
    private long last;

    /**
     * @param used bytes that old objects take, the dead ones included
     * @param collect takes the dead ones away before it returns
     */
    OldGeneration(LongSupplier used, Runnable collect, LongSupplier nanoTime) {
        this.used = used;
        this.collect = collect;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong() - CALM.toNanos();
    }

    /** Watches this process; does nothing where the operator chose another collector. @return how to end it */
    static Runnable watch() {
        var pool = pool();
        if (pool.isEmpty()) return () -> {};
        var watched = new OldGeneration(() -> pool.get().getUsage().getUsed(), System::gc, System::nanoTime);
        // Not a virtual one: it is needed most while those are many.
        var thread = Thread.ofPlatform().name("old-generation").daemon().start(watched::repeat);
        return thread::interrupt;
    }

    private static Optional<MemoryPoolMXBean> pool() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(POOL))
                .findFirst();
    }

    private void repeat() {
        try {
            while (true) {
                Thread.sleep(GLANCE);
                glance();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void glance() {
        if (nanoTime.getAsLong() - last >= CALM.toNanos()) resize(ROOM);
        if (used.getAsLong() < limit) return;
        collect.run();
        long now = nanoTime.getAsLong();
        limit = used.getAsLong() + room;
        if (now - last < CALM.toNanos()) resize(room * 2);
        last = now;
    }

    private void resize(long wanted) {
        limit += wanted - room;
        room = wanted;
    }
}
