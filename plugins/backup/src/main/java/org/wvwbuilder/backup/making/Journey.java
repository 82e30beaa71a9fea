package org.wvwbuilder.backup.making;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wvwbuilder.backup.saying.Saying;

/**
 * How far a task is, for those who watch it, and the way to end it. It also keeps the task from standing in the way of
 * others: after a while of work it rests for a multiple of that.
 */
public final class Journey {
    private static final long WORK_NANOS = 10_000_000;
    private static final int RESTS = 2;
    /** One step may be a whole dump of another process: to rest twice as long would help nobody. */
    private static final long LONGEST_MILLIS = 500;

    private final Consumer<Step> watcher;
    private final boolean gentle;
    private volatile Step step = new Step("begin", 0, 0);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private long began = System.nanoTime();

    /**
     * Where a task is.
     *
     * @param phase copy, pack, drill, verify, unpack, prove or restore
     * @param done of {@code total}, in a unit of the phase's own
     */
    public record Step(String phase, long done, long total) {}

    /** @param gentle whether others use the machine meanwhile */
    public Journey(boolean gentle, Consumer<Step> watcher) {
        this.gentle = gentle;
        this.watcher = watcher;
    }

    public boolean gentle() {
        return gentle;
    }

    public Step step() {
        return step;
    }

    /** Ends the task where it hears of progress next, and a rest at once. */
    public void cancel() {
        cancelled.countDown();
    }

    /** Whoever hears of progress of this phase tells it to this. */
    public void at(String phase, long done, long total) {
        if (cancelled.getCount() == 0) throw new Cancelled();
        step = new Step(phase, done, total);
        watcher.accept(step);
        if (gentle) rest();
    }

    private void rest() {
        long worked = System.nanoTime() - began;
        if (worked < WORK_NANOS) return;
        try {
            long millis = Math.min(worked * RESTS / 1_000_000, LONGEST_MILLIS);
            if (cancelled.await(millis, TimeUnit.MILLISECONDS)) throw new Cancelled();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
        began = System.nanoTime();
    }

    /** The server ends, or somebody wants the task to. */
    public static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super(Saying.ENDED.of(), null, false, false);
        }
    }
}
