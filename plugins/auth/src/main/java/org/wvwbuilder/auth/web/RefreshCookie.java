package org.wvwbuilder.auth.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Problem;

/**
 * Where a browser keeps its refresh token: out of reach of scripts, and never sent along from another site. Over TLS the
 * name's prefix binds it to this very host; without TLS, in development, browsers refuse that name and it has another.
 */
final class RefreshCookie {
    static final String SECURE = "__Host-wvw_refresh";
    static final String PLAIN = "wvw_refresh";

    private RefreshCookie() {}

    /** The Set-Cookie header that keeps a token. */
    static String keep(Caller caller, String token, Duration age) {
        return caller.secure()
                ? SECURE + "=" + token + "; Path=/; Max-Age=" + age.toSeconds() + "; Secure; HttpOnly; SameSite=Strict"
                : PLAIN + "=" + token + "; Path=/api/v1/auth; Max-Age=" + age.toSeconds()
                        + "; HttpOnly; SameSite=Strict";
    }

    /** The Set-Cookie header that forgets it. */
    static String drop(Caller caller) {
        return keep(caller, "", Duration.ZERO);
    }

    /**
     * The token in the cookie, if there is one.
     *
     * @throws Problem 403 when there is one, but the request does not come from a page of ours
     */
    static Optional<String> read(Caller caller, HttpHeaders headers) {
        var cookie = headers.getCookies().get(caller.secure() ? SECURE : PLAIN);
        if (cookie == null || cookie.getValue().isEmpty()) return Optional.empty();
        requireOwn(caller, headers);
        return Optional.of(cookie.getValue());
    }

    /** @throws Problem 403 when the request does not say that it comes from a page of ours */
    static void requireOwn(Caller caller, HttpHeaders headers) {
        if (!caller.origin().equals(headers.getHeaderString("Origin"))) throw foreign();
    }

    /** @throws Problem 403 when the request says that it comes from a page that is not ours */
    static void refuseForeign(Caller caller, HttpHeaders headers) {
        var origin = headers.getHeaderString("Origin");
        if (origin != null && !caller.origin().equals(origin)) throw foreign();
    }

    private static Problem foreign() {
        return new Problem(
                403, "origin-wrong", "A session in a cookie is used from the server's own pages only: open them.");
    }
}
