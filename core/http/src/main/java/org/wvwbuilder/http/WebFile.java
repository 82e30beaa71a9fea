package org.wvwbuilder.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A file that browsers fetch, kept in memory as it is and packed. */
final class WebFile {
    /** The names that bundlers give to files that never change: {@code shell-4KQ2ZJ7A.js}. */
    private static final Pattern HASHED = Pattern.compile(".*[.-][A-Z0-9]{8}\\.[a-z0-9]+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final String type;
    private final byte[] bytes;
    private final byte[] packed;
    private final String tag;
    private final String packedTag;
    private final HttpField caching;

    WebFile(String name, byte[] bytes) {
        this(typeOf(name), bytes, HASHED.matcher(name).matches() ? Headers.FOREVER : Headers.REVALIDATE);
    }

    WebFile(String type, byte[] bytes, HttpField caching) {
        this.type = type;
        this.bytes = bytes;
        this.caching = caching;
        var smaller =
                Packing.isWorth(type) && bytes.length >= Packing.WORTH ? Packing.pack(bytes, bytes.length) : bytes;
        this.packed = smaller.length < bytes.length ? smaller : bytes;
        var hash = HexFormat.of().formatHex(sha256(bytes), 0, 12);
        this.tag = '"' + hash + '"';
        this.packedTag = '"' + hash + "-gz\"";
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void serve(Exchange exchange, Response response, Callback callback, HttpField policy) {
        serve(exchange, response, callback, policy, false);
    }

    /** @param lasting whether the address changes with the file, whatever its name */
    void serve(Exchange exchange, Response response, Callback callback, HttpField policy, boolean lasting) {
        var headers = response.getHeaders();
        headers.put(policy);
        headers.put(lasting ? Headers.FOREVER : caching);
        var isPackable = packed != bytes;
        if (isPackable) headers.put(Headers.VARY);
        var isPacked = isPackable && Packing.isTaken(exchange.headers());
        headers.put(HttpHeader.ETAG, isPacked ? packedTag : tag);
        var known = exchange.header(HttpHeader.IF_NONE_MATCH);
        if (known != null
                && (known.contains(tag)
                        || known.contains(packedTag)
                        || known.trim().equals("*"))) {
            Plain.empty(response, callback, 304);
            return;
        }
        if (isPacked) headers.put(Headers.GZIP);
        headers.put(HttpHeader.CONTENT_TYPE, type);
        var body = isPacked ? packed : bytes;
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, exchange.isHead() ? null : ByteBuffer.wrap(body), callback);
    }

    static byte[] sha256(byte[] bytes) {
        return sha256(bytes, bytes.length);
    }

    static byte[] sha256(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String typeOf(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
