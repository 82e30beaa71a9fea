package org.wvwbuilder.auth.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.plugin.Caller;

/** What tells a browser that signed in before from a stranger's. Named and bound as {@link RefreshCookie} is. */
final class DeviceCookie {
    static final String SECURE = "__Host-gw2_device";
    static final String PLAIN = "gw2_device";
    private static final int LENGTH = 43;

    private DeviceCookie() {}

    /** The Set-Cookie header that keeps it. */
    static String keep(Caller caller, String token) {
        long age = Devices.LIFETIME.toSeconds();
        return caller.secure()
                ? SECURE + "=" + token + "; Path=/; Max-Age=" + age + "; Secure; HttpOnly; SameSite=Strict"
                : PLAIN + "=" + token + "; Path=/api/v1/auth; Max-Age=" + age + "; HttpOnly; SameSite=Strict";
    }

    static Optional<String> read(Caller caller, HttpHeaders headers) {
        var cookie = headers.getCookies().get(caller.secure() ? SECURE : PLAIN);
        return Optional.ofNullable(cookie).map(found -> found.getValue()).filter(value -> value.length() == LENGTH);
    }
}
