package org.wvwbuilder.loadtest.run;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How it went over time, in at most 120 slices: when there would be more, two become one. */
public final class Timeline {
    private static final int MOST = 120;
    private final List<Cell> cells = new ArrayList<>();
    private final long start;
    private long widthNanos = 100_000_000;

    /** @param start by {@link System#nanoTime} */
    Timeline(long start) {
        this.start = start;
    }

    /**
     * @param atSecond its beginning, from the start of what is counted
     * @param done answers that came in it
     * @param p50 of the requests that were due in it, in milliseconds
     */
    public record Slice(double atSecond, double seconds, long done, long errors, double p50, double p99, double max) {}

    private static final class Cell {
        private final Histogram times = new Histogram(2);
        private long done;
        private long errors;

        void join(Cell other) {
            times.add(other.times);
            done += other.done;
            errors += other.errors;
        }
    }

    /** @param due when its time began to count, by {@link System#nanoTime}; its end is now */
    synchronized void record(long due, long end, boolean success) {
        cell(due).times.recordValue(Math.max(1, (end - due) / 1000));
        var at = cell(end);
        if (success) at.done++;
        else at.errors++;
    }

    private Cell cell(long moment) {
        var since = Math.max(0, moment - start);
        while (since / widthNanos >= MOST) halve();
        var index = (int) (since / widthNanos);
        while (cells.size() <= index) cells.add(new Cell());
        return cells.get(index);
    }

    private void halve() {
        for (var i = 0; i < cells.size(); i++) {
            if (i % 2 == 1) cells.get(i / 2).join(cells.get(i));
            else cells.set(i / 2, cells.get(i));
        }
        cells.subList((cells.size() + 1) / 2, cells.size()).clear();
        widthNanos *= 2;
    }

    synchronized List<Slice> slices() {
        var slices = new ArrayList<Slice>();
        var seconds = widthNanos / 1e9;
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            slices.add(new Slice(
                    i * seconds,
                    seconds,
                    cell.done,
                    cell.errors,
                    cell.times.getValueAtPercentile(50) / 1000.0,
                    cell.times.getValueAtPercentile(99) / 1000.0,
                    cell.times.getMaxValue() / 1000.0));
        }
        return slices;
    }
}
