package org.wvwbuilder.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers that stand on every answer. */
final class Headers {
    static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    static final HttpField REVALIDATE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");
    static final HttpField FOREVER =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
    static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
    static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

    /** For answers that are no pages: nothing may be loaded or run from them. */
    static final HttpField POLICY_DATA =
            policy("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField(
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"));

    private Headers() {}

    /** To be called first: what answers later may replace the policy. */
    static void secure(HttpFields.Mutable headers, String requestId) {
        for (int i = 0; i < ALWAYS.size(); i++) headers.add(ALWAYS.get(i));
        headers.add(POLICY_DATA);
        headers.add("X-Request-Id", requestId);
    }

    /**
     * The policy of a page: scripts, styles and data of this server only.
     *
     * @param hashes of its inline scripts: {@code 'sha256-…'}
     * @param images further sources of images, or empty
     */
    static HttpField policyOfPage(List<String> hashes, String images) {
        var scripts = hashes.isEmpty() ? "" : " " + String.join(" ", hashes);
        var pictures = images.isEmpty() ? "" : " " + images;
        return policy("default-src 'self'; script-src 'self'" + scripts + "; style-src 'self'; img-src 'self'"
                + pictures + "; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none';"
                + " form-action 'self'; frame-ancestors 'none'");
    }

    private static HttpField policy(String text) {
        return new PreEncodedHttpField("Content-Security-Policy", text);
    }
}
