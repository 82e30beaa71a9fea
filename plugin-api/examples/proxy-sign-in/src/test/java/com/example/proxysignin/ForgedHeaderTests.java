package com.example.proxysignin;

import static com.example.proxysignin.ProxySignInTests.SECRET;
import static com.example.proxysignin.ProxySignInTests.passedOn;
import static com.example.proxysignin.ProxySignInTests.signIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.testkit.Client;
import org.wvwbuilder.plugin.testkit.PluginTest;
import org.wvwbuilder.plugin.testkit.Reply;
import org.wvwbuilder.plugin.testkit.TestServer;

/** Whoever is not the proxy, or is sent by it under a name that is none here, opens nothing. */
@PluginTest(settings = {"proxy-sign-in.secret=" + SECRET, "auth.sign-in-by-plugins=true"})
class ForgedHeaderTests {
    private int sessions;

    @BeforeEach
    void countSessions(TestServer server) {
        sessions = sessions(server);
    }

    @AfterEach
    void noneWasOpened(TestServer server) {
        assertEquals(sessions, sessions(server));
    }

    private static int sessions(TestServer server) {
        return server.user().get("auth/sessions").require(200).json().path("items").size();
    }

    private static void refused(Reply reply, String type) {
        reply.require(403);
        assertTrue(reply.json().path("type").asText().endsWith(":" + type), reply.body());
        assertEquals("", reply.header("Set-Cookie"));
    }

    private static Client named(TestServer server) {
        return passedOn(server).with("Remote-User", "user");
    }

    @Test
    void withoutTheSecretAHeaderIsNothing(TestServer server) {
        refused(named(server).get("proxy-sign-in"), "proxy-unproven");
        refused(named(server).with("X-Proxy-Secret", "").get("proxy-sign-in"), "proxy-unproven");
    }

    @Test
    void aWrongSecretIsRefusedHoweverCloseItIs(TestServer server) {
        for (var wrong : new String[] {SECRET.toUpperCase(), SECRET.substring(1), SECRET + "0", SECRET + "," + SECRET}) {
            refused(named(server).with("X-Proxy-Secret", wrong).get("proxy-sign-in"), "proxy-unproven");
        }
    }

    @Test
    void ofTwoHeadersNoneIsTaken(TestServer server) {
        var proven = named(server).with("X-Proxy-Secret", SECRET);
        refused(proven.with("Remote-User", "admin").get("proxy-sign-in"), "proxy-names-nobody");
        refused(proven.with("X-Proxy-Secret", "another").get("proxy-sign-in"), "proxy-unproven");
    }

    @Test
    void aNameThatIsNoneIsRefused(TestServer server) {
        refused(passedOn(server).with("X-Proxy-Secret", SECRET).get("proxy-sign-in"), "proxy-names-nobody");
        for (var none : new String[] {"", " ", "u".repeat(33), "user,admin", "user@guild.example"}) {
            refused(signIn(server, none), "proxy-names-nobody");
        }
    }

    @Test
    void whomNobodyInvitedStaysOut(TestServer server) {
        refused(signIn(server, "stranger"), "account-unknown");
    }

    @Test
    void aDisabledAccountStaysOut(TestServer server) {
        var account = Map.of("email", "nora@guild.example", "username", "nora", "password", "three brass lanterns");
        var nora = server.anonymous().post("auth/register", account).require(201);
        signIn(server, "nora").require(303);
        var path = "users/" + nora.json().at("/user/id").asText();
        server.admin().send("PATCH", path, Map.of("disabled", true)).require(200);
        refused(signIn(server, "nora"), "account-disabled");
    }

    /** The secret alone is no proof: who got hold of it still has to be the proxy. */
    @Test
    void whoCameByNoTrustedProxyIsRefusedWithTheRightSecret(TestServer server) {
        var direct = server.anonymous().with("X-Proxy-Secret", SECRET).with("Remote-User", "user");
        refused(direct.get("proxy-sign-in"), "proxy-unproven");
        var settings = Map.of(
                "proxy-sign-in.secret", SECRET, "auth.sign-in-by-plugins", "true", "http.trusted-proxies", "192.0.2.1");
        try (var strict = TestServer.of("", Engine.SQLITE, settings)) {
            strict.user();
            refused(signIn(strict, "user"), "proxy-unproven");
        }
    }

    @Test
    void whoGuessesHasToWaitAndLearnsNothingMeanwhile(TestServer server) {
        var guesser = server.anonymous().with("X-Forwarded-For", "203.0.113.99").with("Remote-User", "user");
        var wrong = guesser.with("X-Proxy-Secret", "a guess");
        for (int i = 0; i < 300; i++) refused(wrong.get("proxy-sign-in"), "proxy-unproven");
        assertTrue(Integer.parseInt(wrong.get("proxy-sign-in").require(429).header("Retry-After")) > 0);
        guesser.with("X-Proxy-Secret", SECRET).get("proxy-sign-in").require(429);
    }
}
