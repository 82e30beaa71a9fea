package com.example.proxysignin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.testkit.Client;
import org.wvwbuilder.plugin.testkit.PluginTest;
import org.wvwbuilder.plugin.testkit.Reply;
import org.wvwbuilder.plugin.testkit.TestServer;

/** The tests play the proxy: they run on an address that the server trusts by default. */
@PluginTest(settings = {"proxy-sign-in.secret=" + ProxySignInTests.SECRET, "auth.sign-in-by-plugins=true"})
class ProxySignInTests {
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** A request as the proxy passes it on, before it adds what only it knows. */
    static Client passedOn(TestServer server) {
        return server.anonymous().with("X-Forwarded-For", "203.0.113.7").with("X-Forwarded-Proto", "https");
    }

    static Reply signIn(TestServer server, String username) {
        return passedOn(server).with("X-Proxy-Secret", SECRET).with("Remote-User", username).get("proxy-sign-in");
    }

    @Test
    void whomTheProxyNamesIsSignedInAsAnybodyElse(TestServer server) {
        server.user();
        var entered = signIn(server, "user").require(303);
        assertTrue(entered.header("Location").endsWith("/"), entered.header("Location"));
        var cookie = entered.header("Set-Cookie");
        assertTrue(cookie.startsWith("__Host-wvw_refresh=") && cookie.contains("Secure; HttpOnly; SameSite=Strict"), cookie);

        var browser = passedOn(server)
                .with("Cookie", cookie.replaceFirst(";.*", ""))
                .with("Origin", server.address().toString().replace("http:", "https:"));
        var token = browser.post("auth/refresh", Map.of()).require(200).json().path("access_token").asText();
        var me = passedOn(server).with("Authorization", "Bearer " + token);
        assertEquals("user", me.get("users/me").require(200).json().path("username").asText());

        var sessions = me.get("auth/sessions").require(200).json().path("items");
        var mine = sessions.findValuesAsText("current").indexOf("true");
        assertEquals("203.0.113.7", sessions.get(mine).path("address").asText());
        server.user().delete("auth/sessions/" + sessions.get(mine).path("id").asText()).require(204);
        me.get("users/me").require(401);
        var noted = server.admin().get("audit?action=sign-in").require(200).json().path("items");
        assertTrue(noted.findValuesAsText("detail").contains("by a plugin"), noted.toString());
    }

    @Test
    void aPictureOnAForeignPageSignsNobodyIn(TestServer server) {
        server.user();
        var proven = passedOn(server).with("X-Proxy-Secret", SECRET).with("Remote-User", "user");
        var picture = proven.with("Sec-Fetch-Dest", "image").get("proxy-sign-in").require(403);
        assertEquals("", picture.header("Set-Cookie"));
        proven.with("Sec-Fetch-Dest", "document").get("proxy-sign-in").require(303);
    }

    @Test
    void whereTheOperatorDidNotAllowItTheHealthSaysWhatToSet() {
        try (var server = TestServer.of("", Engine.SQLITE, Map.of("proxy-sign-in.secret", SECRET))) {
            server.user();
            assertEquals("", signIn(server, "user").require(503).header("Set-Cookie"));
            var check = server.check("sign-ins");
            assertEquals("degraded", check.status());
            assertTrue(check.why().contains("auth.sign-in-by-plugins = true"), check.why());
        }
    }

    @Test
    void aSecretThatCouldBeGuessedIsRefusedAndNotRepeated() {
        for (var weak : List.of("", SECRET.substring(1), SECRET + " ", SECRET + "\n")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> new ProxySignIn.Config(weak, "Remote-User"));
            assertTrue(weak.isEmpty() || !refused.getMessage().contains(weak), refused.getMessage());
        }
        for (var header : List.of("", "Remote_User", "x-proxy-secret", "Remote-User: admin")) {
            assertThrows(IllegalArgumentException.class, () -> new ProxySignIn.Config(SECRET, header));
        }
        assertFalse(new ProxySignIn.Config(SECRET, "Remote-User").toString().contains(SECRET));
    }
}
