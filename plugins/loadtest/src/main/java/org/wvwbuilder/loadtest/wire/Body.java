package org.wvwbuilder.loadtest.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.wvwbuilder.loadtest.plan.Limits;

/** What an answer holds: counted, and kept only where somebody wants to read it. */
final class Body {
    private final ByteArrayOutputStream kept;
    private long bytes;

    private Body(ByteArrayOutputStream kept) {
        this.kept = kept;
    }

    static Body counted() {
        return new Body(null);
    }

    static Body kept() {
        return new Body(new ByteArrayOutputStream());
    }

    void add(byte[] from, int at, int length) throws Broken {
        bytes += length;
        if (bytes > Limits.ANSWER_BYTES) throw new Broken(Broken.LARGE);
        if (kept != null) kept.write(from, at, length);
    }

    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
