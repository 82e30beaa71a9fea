package org.wvwbuilder.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Packs answers with gzip where it is worth it and the client takes it. */
final class Packing {
    /** What fits one packet gains nothing; neither do short answers with secrets become guessable by their size. */
    static final int WORTH = 1_400;

    private Packing() {}

    static boolean isTaken(HttpFields headers) {
        var accepted = headers.get(HttpHeader.ACCEPT_ENCODING);
        if (accepted == null) return false;
        for (var part : accepted.split(",")) {
            var words = part.split(";");
            var coding = words[0].trim();
            if (!coding.equalsIgnoreCase("gzip") && !coding.equals("*")) continue;
            return words.length < 2 || !words[1].replace(" ", "").matches("q=0(\\.0*)?");
        }
        return false;
    }

    static boolean isWorth(String type) {
        if (type == null) return false;
        return type.startsWith("text/") && !type.startsWith("text/event-stream")
                || type.startsWith("application/json")
                || type.startsWith("application/problem+json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/manifest+json")
                || type.startsWith("image/svg+xml");
    }

    static byte[] pack(byte[] bytes, int length) {
        var packed = new ByteArrayOutputStream(length / 3 + 64);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes, 0, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
