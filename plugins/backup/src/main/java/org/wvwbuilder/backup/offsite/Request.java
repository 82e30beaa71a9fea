package org.wvwbuilder.backup.offsite;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the storage is asked. Every request can be sent again: its body is at hand, and twice does the same as once.
 *
 * @param key of the object, empty for the bucket itself
 * @param query not encoded
 * @param most how many bytes the answer may have
 */
record Request(
        String method,
        String key,
        SortedMap<String, String> query,
        Map<String, String> headers,
        byte[] body,
        int most) {
    private static final int SMALL = 2 << 20;

    static Request of(String method, String key) {
        return new Request(method, key, new TreeMap<>(), Map.of(), new byte[0], SMALL);
    }

    Request with(String name, String value) {
        var more = new TreeMap<>(query);
        more.put(name, value);
        return new Request(method, key, more, headers, body, most);
    }

    Request header(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Request(method, key, query, more, body, most);
    }

    Request body(byte[] bytes) {
        return new Request(method, key, query, headers, bytes, most);
    }

    Request answerOf(int bytes) {
        return new Request(method, key, query, headers, body, Math.max(bytes, SMALL));
    }
}
