package org.wvwbuilder.server;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The file of requests, written beside their own work: once a line is there, all that come within a few milliseconds are written
 * with it in one piece. Whoever has a line waits when too many are there; none is dropped while the process lives.
 */
final class RequestsFile extends RollingFileAppender<ILoggingEvent> {
    /** As few as fit, with all that belongs to them, where objects survive that are young. */
    private static final int MOST = 1024;

    /** To write line by line, and to wake somebody for each, took an eighth of the processor time of a short request. */
    private static final long GATHERING_MILLIS = 5;

    private static final long LAST_WORDS_MILLIS = 2_000;

    private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(MOST);
    private final Thread writer = new Thread(this::write, "requests-log");
    private volatile boolean ending;

    RequestsFile() {
        setImmediateFlush(false);
        writer.setDaemon(true);
    }

    @Override
    public void start() {
        super.start();
        if (isStarted()) writer.start();
    }

    /** Writes what waits yet. */
    @Override
    public void stop() {
        if (!isStarted()) return;
        ending = true;
        writer.interrupt();
        boolean interrupted = false;
        try {
            writer.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException hurried) {
            interrupted = true;
        }
        super.stop();
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** Also for a thread that was interrupted: its request has its line like any other. */
    @Override
    protected void append(ILoggingEvent event) {
        boolean interrupted = false;
        try {
            while (!ending) {
                try {
                    // The writer may end while somebody waits here.
                    if (waiting.offer(event, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) return;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var lines = new ArrayList<ILoggingEvent>(MOST);
        while (!ending) {
            try {
                lines.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
            } catch (InterruptedException end) {
                // What is there already is written all the same.
            }
            waiting.drainTo(lines);
            write(lines);
            lines.clear();
        }
        waiting.drainTo(lines);
        write(lines);
    }

    private void write(List<ILoggingEvent> lines) {
        try {
            for (var line : lines) subAppend(line);
            getOutputStream().flush();
        } catch (IOException | RuntimeException failed) {
            addError("lines of the file of requests are lost", failed);
        }
    }
}
