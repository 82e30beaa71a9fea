package org.wvwbuilder.backup.offsite;

import java.io.InputStream;

/** Reads an object in ranges, each of which can be asked for again: a line that breaks costs one of them. */
final class Download extends InputStream {
    private static final int RANGE = 8 << 20;

    private final Bucket bucket;
    private final String key;
    private final Bucket.Head head;
    private byte[] range = {};
    private int position;
    private long asked;

    Download(Bucket bucket, String key, Bucket.Head head) {
        this.bucket = bucket;
        this.key = key;
        this.head = head;
    }

    @Override
    public int read() {
        return more() ? range[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int at, int count) {
        if (count == 0) return 0;
        if (!more()) return -1;
        int part = Math.min(count, range.length - position);
        System.arraycopy(range, position, target, at, part);
        position += part;
        return part;
    }

    private boolean more() {
        if (position < range.length) return true;
        if (asked == head.bytes()) return false;
        range = bucket.range(key, head.tag(), asked, (int) Math.min(RANGE, head.bytes() - asked));
        asked += range.length;
        position = 0;
        return true;
    }
}
