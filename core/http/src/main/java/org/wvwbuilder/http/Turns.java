package org.wvwbuilder.http;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets one thread at a time do a piece of work: whoever comes meanwhile goes away, and who is at it does it once more. */
final class Turns {
    private final AtomicInteger asked = new AtomicInteger();

    void take(Runnable work) {
        if (asked.getAndIncrement() > 0) return;
        boolean ended = false;
        try {
            do work.run();
            while (asked.decrementAndGet() > 0);
            ended = true;
        } finally {
            // Work that fails must not keep all others out.
            if (!ended) asked.set(0);
        }
    }
}
