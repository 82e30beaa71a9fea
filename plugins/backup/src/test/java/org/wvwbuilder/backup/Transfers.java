package org.wvwbuilder.backup;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.wvwbuilder.plugin.Database;

/**
 * Moves money between accounts at a fixed rate, whether or not the one before has ended, and notes how long each took from
 * the moment at which it was due. The sum over all accounts never changes.
 */
final class Transfers {
    static final int ACCOUNTS = 200;
    private final Database database;
    private final int rate;
    private final AtomicLong next;
    /** Acknowledged so far. */
    final AtomicLong done = new AtomicLong();

    Transfers(Database database, int rate, long first) {
        this.database = database;
        this.rate = rate;
        this.next = new AtomicLong(first);
    }

    /** What was measured, in microseconds, sorted. */
    record Latencies(long[] micros) {
        long millis(double quantile) {
            return micros.length == 0 ? 0 : micros[(int) Math.min(micros.length - 1, micros.length * quantile)] / 1000;
        }

        @Override
        public String toString() {
            return micros.length + " writes: p50 " + millis(.5) + " ms, p99 " + millis(.99) + " ms, p99.9 "
                    + millis(.999) + " ms, max " + millis(1) + " ms";
        }
    }

    /** Goes on until the work has ended. */
    Latencies during(Work work) throws Exception {
        var latencies = new long[1_000_000];
        var count = new AtomicLong();
        var until = new boolean[1];
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var pace = writers.submit(() -> {
                long start = System.nanoTime();
                for (long i = 0; !over(until); i++) {
                    long due = start + i * 1_000_000_000L / rate;
                    while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                    long number = next.getAndIncrement();
                    writers.submit(() -> {
                        move(number);
                        done.incrementAndGet();
                        int slot = (int) count.getAndIncrement();
                        if (slot < latencies.length) latencies[slot] = (System.nanoTime() - due) / 1000;
                    });
                }
                return null;
            });
            try {
                work.run();
            } finally {
                synchronized (until) {
                    until[0] = true;
                }
            }
            pace.get(60, TimeUnit.SECONDS);
        }
        var all = Arrays.copyOf(latencies, (int) Math.min(count.get(), latencies.length));
        Arrays.sort(all);
        return new Latencies(all);
    }

    private static boolean over(boolean[] until) {
        synchronized (until) {
            return until[0];
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private void move(long number) {
        int from = (int) (number % ACCOUNTS) + 1;
        int to = (int) (number * 7 % ACCOUNTS) + 1;
        database.write(connection -> {
            try (var move = connection.prepareStatement("update bank_accounts set balance = balance + ? where id = ?");
                    var note = connection.prepareStatement("insert into bank_moves values (?, ?, ?)")) {
                move.setLong(1, -1);
                move.setInt(2, from);
                move.executeUpdate();
                move.setLong(1, 1);
                move.setInt(2, to);
                move.executeUpdate();
                note.setLong(1, number);
                note.setInt(2, to);
                note.setString(3, "a note of a usual length, with the name of a player in it: " + number);
                return note.executeUpdate();
            }
        });
    }
}
