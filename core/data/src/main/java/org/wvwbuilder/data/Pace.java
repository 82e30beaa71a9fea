package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Keeps a long copy from standing in the way of writers. Every few steps what was written goes to the disk, so that no
 * large heap of it delays somebody's commit, and then the copy rests for a multiple of what that took.
 */
final class Pace {
    private static final int STEPS = 4;
    private static final int RESTS = 2;
    private static final long LONGEST_REST_MILLIS = 200;
    private final FileChannel channel;
    private final boolean gently;
    private int steps;
    private long began = System.nanoTime();
    private Exception failure;

    /** @param gently whether there are writers to be kept from waiting */
    Pace(FileChannel channel, boolean gently) {
        this.channel = channel;
        this.gently = gently;
    }

    /** Called after a step; never throws, because its caller is native code, which then hurries to its end. */
    void step(Runnable tell) {
        if (failure != null) return;
        try {
            tell.run();
            if (gently && ++steps % STEPS == 0) rest();
        } catch (IOException | RuntimeException error) {
            failure = error;
        }
    }

    private void rest() throws IOException {
        channel.force(false);
        long busy = (System.nanoTime() - began) / 1_000_000;
        try {
            Thread.sleep(Math.min(LONGEST_REST_MILLIS, 1 + busy * RESTS));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        began = System.nanoTime();
    }

    void check() throws IOException {
        switch (failure) {
            case null -> {}
            case IOException error -> throw error;
            case RuntimeException error -> throw error;
            default -> throw new IOException(failure);
        }
    }
}
