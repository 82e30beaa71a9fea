package org.wvwbuilder.http;

import java.util.Arrays;
import java.util.Base64;

/**
 * The weak ETag of an answer whose resource gave none: a hash of what it says. It is made after the answer, for whoever
 * asks, so a match is always true to the asker's rights, language and moment; what it saves is the way over the wire.
 */
final class ContentTag {
    private static final int BYTES = 15;

    private ContentTag() {}

    static String of(byte[] bytes, int length) {
        var hash = WebFile.sha256(bytes, length);
        return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES)) + '"';
    }

    /** @param ifNoneMatch the header, or null; tags are compared without their strength, as RFC 9110 wants it here */
    static boolean isIn(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        var wanted = tag.substring(2);
        for (var one : ifNoneMatch.split(",")) {
            var known = one.strip();
            if (known.equals("*") || known.equals(wanted) || known.equals(tag)) return true;
        }
        return false;
    }
}
