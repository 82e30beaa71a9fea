package org.wvwbuilder.scheduling;

import java.util.concurrent.Semaphore;
import org.quartz.simpl.ZeroSizeThreadPool;

/**
 * Gives each run of a job a virtual thread, a few at a time. Built on a pool of Quartz without threads, because Quartz
 * calls the setters of a pool by reflection and cannot reach ours.
 */
final class Workers extends ZeroSizeThreadPool {
    private static final int MOST = 4;
    private final Semaphore free = new Semaphore(MOST);

    @Override
    public boolean runInThread(Runnable work) {
        if (!free.tryAcquire()) return false;
        Thread.ofVirtual().name("job-", 0).start(() -> {
            try {
                work.run();
            } finally {
                free.release();
            }
        });
        return true;
    }

    /** Quartz' own thread waits here before it looks for work. */
    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    @Override
    public int getPoolSize() {
        return MOST;
    }
}
