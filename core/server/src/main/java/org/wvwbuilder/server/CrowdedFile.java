package org.wvwbuilder.server;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;

/** A file that is written line by line while little comes, and in blocks while more waits than has been written. */
final class CrowdedFile extends RollingFileAppender<ILoggingEvent> {
    private final AsyncAppender queue;

    /** @param queue all of its lines come from there, on one thread */
    CrowdedFile(AsyncAppender queue) {
        this.queue = queue;
        setImmediateFlush(false);
    }

    @Override
    protected void subAppend(ILoggingEvent event) {
        super.subAppend(event);
        if (queue.getNumberOfElementsInQueue() > 0) return;
        try {
            getOutputStream().flush();
        } catch (IOException full) {
            addError("the file of requests cannot be written", full);
        }
    }
}
