package org.wvwbuilder.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of requests as Jersey wants them. */
final class Addresses {
    private static final int KEPT = 64;
    /** What browsers leave as it is in a query though RFC 3986 does not know it there. */
    private static final String LENIENT = "|^`{}\\\"<>[] ";

    private final Map<String, URI> bases = new ConcurrentHashMap<>();

    URI base(String origin) {
        var known = bases.get(origin);
        if (known != null) return known;
        var base = parse(origin + Api.PREFIX);
        if (bases.size() < KEPT) bases.put(origin, base);
        return base;
    }

    URI of(String origin, String pathAndQuery) {
        try {
            return new URI(origin + pathAndQuery);
        } catch (URISyntaxException unusual) {
            return parse(origin + encode(pathAndQuery));
        }
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw Problems.standard(400);
        }
    }

    private static String encode(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        if (query < 0) return pathAndQuery;
        var encoded = new StringBuilder(pathAndQuery.length() + 16).append(pathAndQuery, 0, query + 1);
        for (char c : pathAndQuery.substring(query + 1).toCharArray()) {
            if (LENIENT.indexOf(c) >= 0) encoded.append(String.format("%%%02X", (int) c));
            else encoded.append(c);
        }
        return encoded.toString();
    }
}
