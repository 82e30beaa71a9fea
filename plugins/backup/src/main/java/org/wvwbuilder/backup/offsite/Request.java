package org.wvwbuilder.backup.offsite;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the storage is asked. Every request can be sent again: its body is at hand, and twice does the same as once.
 *
 * @param key of the object, empty for the bucket itself
 * @param query not encoded
 * @param answer how many bytes the answer will have, besides what is small
 */
record Request(
        String method,
        String key,
        SortedMap<String, String> query,
        Map<String, String> headers,
        byte[] body,
        int answer) {
    private static final int SMALL = 2 << 20;

    static Request of(String method, String key) {
        return new Request(method, key, new TreeMap<>(), Map.of(), new byte[0], 0);
    }

    Request with(String name, String value) {
        var more = new TreeMap<>(query);
        more.put(name, value);
        return new Request(method, key, more, headers, body, answer);
    }

    Request header(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Request(method, key, query, more, body, answer);
    }

    Request body(byte[] bytes) {
        return new Request(method, key, query, headers, bytes, answer);
    }

    Request answerOf(int bytes) {
        return new Request(method, key, query, headers, body, bytes);
    }

    /** No answer may have more bytes: a stranger's server is not to fill the memory. */
    int most() {
        return Math.max(answer, SMALL);
    }
}
