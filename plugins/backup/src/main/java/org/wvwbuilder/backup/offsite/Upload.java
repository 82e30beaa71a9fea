package org.wvwbuilder.backup.offsite;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends what is written in parts. Nothing of it is visible before {@link #complete}; closing without it gives all up. */
final class Upload extends OutputStream {
    static final int SMALLEST = 8 << 20;
    /** S3 takes no more parts in one upload. */
    private static final int MOST_PARTS = 10_000;

    private final Bucket bucket;
    private final String key;
    private final String id;
    private final byte[] part;
    private final List<String> tags = new ArrayList<>();
    private int filled;
    private boolean completed;

    Upload(Bucket bucket, String key, long bytes) {
        this.bucket = bucket;
        this.key = key;
        this.part = new byte[partSize(bytes)];
        this.id = bucket.begin(key);
    }

    /** Large enough for ten thousand to hold it all, which is 8 MiB up to 78 GiB. */
    static int partSize(long bytes) {
        long size = Math.max(SMALLEST, Math.ceilDiv(bytes, MOST_PARTS));
        if (size > 512 << 20) {
            throw new OffsiteFault(
                    OffsiteFault.Kind.SETTINGS,
                    "the backup is too large for a copy by S3 (5 TB): copy it by other means");
        }
        return (int) size;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int at = from;
        while (at < from + count) {
            int some = Math.min(from + count - at, part.length - filled);
            System.arraycopy(bytes, at, part, filled, some);
            filled += some;
            at += some;
            if (filled == part.length) send();
        }
    }

    /** Makes all that was written visible at once. */
    void complete() {
        if (filled > 0) send();
        // Where the upload is gone, it is complete, or the look at the object that follows finds none.
        bucket.complete(key, id, tags);
        completed = true;
    }

    @Override
    public void close() {
        if (completed) return;
        // Whoever stops an upload wants it gone, too: that last request is not to be stopped at once.
        boolean stopped = Thread.interrupted();
        try {
            bucket.abort(key, id);
        } finally {
            if (stopped) Thread.currentThread().interrupt();
        }
    }

    private void send() {
        tags.add(bucket.part(key, id, tags.size() + 1, Arrays.copyOf(part, filled)));
        filled = 0;
    }
}
