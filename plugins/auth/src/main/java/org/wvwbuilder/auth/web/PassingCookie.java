package org.wvwbuilder.auth.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;

/** What a browser keeps for some minutes between two halves of a sign-in, out of reach of scripts. */
enum PassingCookie {
    /** A sign-in that is under way at a provider. Lax: it is needed when the provider sends the browser back. */
    FLOW("wvw_openid", "/api/v1/auth/openid", 600, "Lax"),
    /** A sign-in that waits for its second factor. */
    CHALLENGE("wvw_challenge", "/api/v1/auth/login", 300, "Strict");

    private final String name;
    private final String path;
    private final int seconds;
    private final String sameSite;

    PassingCookie(String name, String path, int seconds, String sameSite) {
        this.name = name;
        this.path = path;
        this.seconds = seconds;
        this.sameSite = sameSite;
    }

    /** The Set-Cookie header that keeps a value. */
    String keep(Caller caller, String value) {
        return cookie(caller, value, seconds);
    }

    /** The Set-Cookie header that forgets it. */
    String drop(Caller caller) {
        return cookie(caller, "", 0);
    }

    Optional<String> read(Caller caller, HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(name(caller)))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    private String cookie(Caller caller, String value, int age) {
        return name(caller) + "=" + value + "; Path=" + (caller.secure() ? "/" : path) + "; Max-Age=" + age
                + (caller.secure() ? "; Secure" : "") + "; HttpOnly; SameSite=" + sameSite;
    }

    /** Over TLS the prefix binds it to this very host. */
    private String name(Caller caller) {
        return caller.secure() ? "__Host-" + name : name;
    }
}
