package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.testing.TestDatabase;

/** A10: in a browser the refresh token lives in a cookie, out of reach of scripts and of other sites. */
class CookieTests {
    private final TestDatabase database = TestDatabase.sqlite();
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = House.of(database);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    private static final String LOGIN =
            Client.json("username", "aria", "password", House.PASSWORD, "session", "cookie");

    @Test
    void overTlsTheCookieIsBoundToTheHost() {
        var proxied = house.client().with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.7");
        var reply = proxied.post("/auth/login", LOGIN);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("refresh_token").isNull()).isTrue();
        assertThat(reply.header("Set-Cookie"))
                .startsWith("__Host-wvw_refresh=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=2592000");
    }

    @Test
    void withoutTlsItHasAnotherNameAndANarrowPath() {
        assertThat(house.client().post("/auth/login", LOGIN).header("Set-Cookie"))
                .startsWith("wvw_refresh=")
                .contains("; Path=/api/v1/auth;", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure");
    }

    @Test
    void theCookieRefreshesOnlyFromPagesOfOurs() {
        var cookie = cookie();
        var without = house.client().with("Cookie", cookie);
        assertThat(without.post("/auth/refresh", "{}").status()).isEqualTo(403);
        var foreign = without.with("Origin", "https://evil.example");
        assertThat(foreign.post("/auth/refresh", "{}").problem()).isEqualTo("origin-wrong");
        assertThat(foreign.post("/auth/logout", "{}").status()).isEqualTo(403);
        assertThat(without.with("Origin", "null").post("/auth/refresh", "{}").status())
                .isEqualTo(403);

        var own = without.with("Origin", house.client().origin());
        var reply = own.post("/auth/refresh", "{}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("refresh_token").isNull()).isTrue();
        assertThat(reply.header("Set-Cookie")).startsWith("wvw_refresh=").isNotEqualTo(cookie);
    }

    @Test
    void anEmptyBodyIsEnoughForTheCookie() {
        var own = house.client()
                .with("Cookie", cookie())
                .with("Origin", house.client().origin());
        assertThat(own.post("/auth/refresh", "").status()).isEqualTo(200);
    }

    @Test
    void signingOutForgetsTheCookieAndEndsTheSession() {
        var cookie = cookie();
        var own = house.client()
                .with("Cookie", cookie)
                .with("Origin", house.client().origin());
        var out = own.post("/auth/logout", "{}");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("wvw_refresh=;").contains("Max-Age=0");
        var again = own.post("/auth/refresh", "{}");
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void aForeignPageCannotSignSomebodyIn() {
        assertThat(house.client()
                        .with("Origin", "https://evil.example")
                        .post("/auth/login", LOGIN)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void noOtherWordThanCookieIsTaken() {
        var reply = house.client()
                .post("/auth/login", Client.json("username", "aria", "password", House.PASSWORD, "session", "local"));
        assertThat(reply.pointers()).containsExactly("/session");
    }

    private String cookie() {
        return house.client().post("/auth/login", LOGIN).header("Set-Cookie").replaceFirst(";.*", "");
    }
}
