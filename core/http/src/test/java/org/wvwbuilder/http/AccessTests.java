package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTests {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoIsNotSignedInIsAskedToSignIn() throws Exception {
        var answer = server.get("/api/v1/shelf/all");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("urn:wvw:problem:sign-in-needed");
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedAlsoWhereNoneIsNeeded() throws Exception {
        for (var header : new String[] {"Bearer nonsense", "Bearer ", "Basic YTpi", "Bearer " + "x".repeat(9_000)}) {
            for (var path : new String[] {"/api/v1/shelf/all", "/api/v1/shelf"}) {
                var answer = server.get(path, "Authorization", header);
                assertThat(answer.statusCode()).as(header).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
            }
        }
        assertThat(server.get("/api/v1/shelf", "Authorization", "Bearer member", "Authorization", "Bearer admin")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRoleContainsTheOnesBelowAndNotTheOnesAbove() throws Exception {
        assertThat(status("GET", "/api/v1/shelf/all", "member")).isEqualTo(200);
        assertThat(status("GET", "/api/v1/shelf/all", "admin")).isEqualTo(200);
        assertThat(status("DELETE", "/api/v1/shelf", "commander")).isEqualTo(403);
        assertThat(status("DELETE", "/api/v1/shelf", "admin")).isEqualTo(204);
    }

    @Test
    void aScriptReachesNoFurtherThanItsScopes() throws Exception {
        assertThat(status("GET", "/api/v1/shelf/all", "reader")).isEqualTo(200);
        var refused = server.send("DELETE", "/api/v1/shelf", null, "Authorization", "Bearer reader");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:wvw:problem:scope-missing");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"write\"");
        assertThat(status("DELETE", "/api/v1/shelf", "writer"))
                .as("the role is missing")
                .isEqualTo(403);
    }

    @Test
    void whatAnyoneMayDoAScriptDoesAsNobodyWhenItsScopesDoNotReach() throws Exception {
        assertThat(server.get("/api/v1/shelf/told", "Authorization", "Bearer reader")
                        .body())
                .contains("\"name\":\"script\"");
        try (var own = new TestServer("shelf")) {
            assertThat(own.get("/api/v1/shelf/told", "Authorization", "Bearer reader")
                            .body())
                    .contains("\"name\":null");
        }
    }

    @Test
    void thePluginOfTheAccountsIsClosedToScripts() throws Exception {
        try (var own = new TestServer("shelf")) {
            var all = "/api/v1/shelf/all";
            assertThat(own.get(all, "Authorization", "Bearer reader").body()).contains("scope-missing");
            assertThat(own.get(all, "Authorization", "Bearer member").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsClosedToEverybodyIsClosedToAdministratorsToo() throws Exception {
        assertThat(status("DELETE", "/api/v1/shelf/closed", "admin")).isEqualTo(403);
    }

    @Test
    void anAuthenticatorThatFailsLetsNobodyIn() throws Exception {
        var answer = server.get("/api/v1/shelf/all", "Authorization", "Bearer explode");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void theCallerIsToldToTheResource() throws Exception {
        var answer = server.get("/api/v1/shelf/told", "Authorization", "Bearer member", "User-Agent", "x".repeat(300));
        assertThat(answer.body())
                .contains(
                        "\"address\":\"127.0.0.1\"",
                        "\"secure\":false",
                        "\"origin\":\"" + server.address + "\"",
                        "\"agent\":\"" + "x".repeat(256) + "\"",
                        "\"name\":\"member\"",
                        answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void aRequestIdFromOutsideIsNotTaken() throws Exception {
        var answer = server.get("/api/v1/shelf", "X-Request-Id", "0123456789abcdef");
        assertThat(answer.headers().firstValue("X-Request-Id")).isNotEqualTo(Optional.of("0123456789abcdef"));
    }

    @Test
    void aTrustedProxyIsBelieved() throws Exception {
        var answer =
                server.get("/api/v1/shelf/told", "X-Forwarded-For", "6.6.6.6, 192.0.2.7", "X-Forwarded-Proto", "https");
        assertThat(answer.body()).contains("\"address\":\"192.0.2.7\"", "\"secure\":true", "\"origin\":\"https://");
        assertThat(answer.body()).contains("\"proxied\":true");
        var proto = server.get("/api/v1/shelf/told", "X-Forwarded-Proto", "https");
        assertThat(proto.body()).contains("\"address\":\"127.0.0.1\"", "\"proxied\":true");
        assertThat(server.get("/api/v1/shelf/told").body()).contains("\"proxied\":false");
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        var defaults = HttpConfig.onAnyPort();
        var config = new HttpConfig(
                defaults.host(),
                0,
                java.util.List.of("192.0.2.1"),
                defaults.bodyLimit(),
                defaults.headerLimit(),
                defaults.idleTimeout(),
                defaults.minimumRate(),
                defaults.connections());
        try (var strict = new TestServer(config)) {
            var answer = strict.get("/api/v1/shelf/told", "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https");
            assertThat(answer.body()).contains("\"address\":\"127.0.0.1\"", "\"secure\":false", "\"proxied\":false");
        }
    }

    private static int status(String method, String path, String token) throws Exception {
        return server.send(method, path, null, "Authorization", "Bearer " + token)
                .statusCode();
    }
}
