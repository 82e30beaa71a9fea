package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.ProviderSettings;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** Against a real provider that somebody else wrote. */
class OpenIdTests {
    private final MockOAuth2Server provider = new MockOAuth2Server();

    @BeforeEach
    void start() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.shutdown();
    }

    private House house(TestDatabase database, Registration registration) throws Exception {
        var settings = new ProviderSettings(
                Optional.of("The guild"),
                Optional.of(URI.create(provider.issuerUrl("guild").toString())),
                "wvw",
                Optional.of("s3cret"),
                List.of("openid", "profile"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "id",
                "username");
        var house = House.of(database, Installation.settings(registration, Map.of("guild", settings)));
        house.installation().clock.set(Instant.now());
        return house;
    }

    /** Signed in after the clock was set. */
    private static Client admin(House house) {
        return house.client().as(house.login("aria", House.PASSWORD));
    }

    /** The next person who signs in at the provider. */
    private void person(String subject, Map<String, Object> claims) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("guild", subject, "JWT", List.of("wvw"), claims, 3600));
    }

    private Reply signIn(House house, String subject, Map<String, Object> claims) throws Exception {
        person(subject, claims);
        var journey = Journey.start(house, "guild");
        return journey.back(journey.atProvider());
    }

    private static Client session(House house, Reply arrived) {
        var refreshed = house.client()
                .with("Cookie", "wvw_refresh=" + Journey.kept(arrived, "wvw_refresh"))
                .with("Origin", house.client().origin())
                .post("/auth/refresh", "{}");
        return house.client().as(refreshed);
    }

    @OnBothEngines
    void somebodyUnknownBecomesAMemberAndComesBackAsTheSame(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            assertThat(house.client()
                            .get("/auth/openid")
                            .json()
                            .at("/items/0/label")
                            .asText())
                    .isEqualTo("The guild");
            var arrived = signIn(
                    house,
                    "s-1",
                    Map.of("preferred_username", "Nelly!", "email", "N@guild.example", "email_verified", true));
            assertThat(arrived.status()).isEqualTo(303);
            assertThat(arrived.header("Location")).isEqualTo(house.client().origin() + "/");
            assertThat(Journey.cookies(arrived))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("wvw_refresh=").contains("HttpOnly", "SameSite=Strict"));
            var me = session(house, arrived).get("/users/me");
            assertThat(me.field("username")).isEqualTo("Nelly");
            assertThat(me.field("email")).isEqualTo("N@guild.example");
            assertThat(me.field("role")).isEqualTo("member");
            var again = session(house, signIn(house, "s-1", Map.of("preferred_username", "Renamed")));
            assertThat(again.get("/users/me").field("id")).isEqualTo(me.field("id"));
            var other = session(house, signIn(house, "s-2", Map.of("preferred_username", "Nelly")));
            assertThat(other.get("/users/me").field("username")).startsWith("Nelly-");
            assertThat(other.get("/users/me").field("email")).endsWith("@no-email.invalid");
        }
    }

    @OnBothEngines
    void theBrowserLeavesWithEverythingThatKeepsItSafe(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            var journey = Journey.start(house, "guild");
            assertThat(journey.query())
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", "wvw")
                    .containsEntry("scope", "openid profile")
                    .containsEntry("code_challenge_method", "S256")
                    .containsEntry("redirect_uri", house.client().origin() + "/api/v1/auth/openid/guild/callback");
            assertThat(journey.query().get("code_challenge")).hasSize(43);
            assertThat(journey.query().get("nonce")).hasSize(43);
            assertThat(journey.cookie())
                    .doesNotContain(
                            journey.query().get("state"), journey.query().get("nonce"));
            var secure = house.client()
                    .with("X-Forwarded-Proto", "https")
                    .with("X-Forwarded-For", "203.0.113.7")
                    .get("/auth/openid/guild/start");
            assertThat(secure.header("Set-Cookie"))
                    .startsWith("__Host-wvw_openid=")
                    .contains("; Secure; HttpOnly; SameSite=Lax");
            assertThat(house.client().get("/auth/openid/nobody/start").status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void theAddressOfAnotherAccountLinksNothing(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            var arrived = signIn(house, "s-1", Map.of("email", "aria@guild.example", "email_verified", true));
            assertThat(arrived.header("Location")).isEqualTo(house.client().origin() + "/sign-in#error=openid-taken");
            assertThat(Journey.kept(arrived, "wvw_refresh")).isEmpty();
        }
    }

    @OnBothEngines
    void whereRegistrationIsClosedOnlyTheKnownComeIn(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.CLOSED)) {
            var unknown = signIn(house, "s-1", Map.of());
            assertThat(unknown.header("Location")).isEqualTo(house.client().origin() + "/sign-in#error=openid-unknown");

            person("s-1", Map.of());
            var journey = Journey.link(house, admin(house), "guild");
            assertThat(journey.back(journey.atProvider()).header("Location"))
                    .isEqualTo(house.client().origin() + "/");
            var me = session(house, signIn(house, "s-1", Map.of())).get("/users/me");
            assertThat(me.field("username")).isEqualTo("Aria");
        }
    }

    @OnBothEngines
    void onePersonBelongsToOneAccountAndTheLastWayInStays(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            var nelly = session(house, signIn(house, "s-1", Map.of("preferred_username", "Nelly")));
            person("s-1", Map.of());
            var journey = Journey.link(house, admin(house), "guild");
            assertThat(journey.back(journey.atProvider()).header("Location"))
                    .isEqualTo(house.client().origin() + "/sign-in#error=openid-taken");

            var id = nelly.get("/users/me/identities").json().at("/items/0/id").asText();
            assertThat(nelly.send("DELETE", "/users/me/identities/" + id, "").problem())
                    .isEqualTo("last-way-in");
            assertThat(admin(house)
                            .send("DELETE", "/users/me/identities/" + id, "")
                            .status())
                    .isEqualTo(404);
            person("s-2", Map.of());
            var second = Journey.link(house, nelly, "guild");
            second.back(second.atProvider());
            assertThat(nelly.send("DELETE", "/users/me/identities/" + id, "").status())
                    .isEqualTo(204);
            assertThat(nelly.get("/users/me/identities").json().path("items")).hasSize(1);
        }
    }

    @OnBothEngines
    void whoCameByAProviderSetsAFirstPasswordSoonAfterSigningIn(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            var person = Map.<String, Object>of("preferred_username", "Nelly");
            var late = session(house, signIn(house, "s-1", person));
            assertThat(late.get("/users/me/password").text()).isEqualTo("{\"set\":false}");
            var guarded = Client.json("current_password", "none");
            assertThat(late.post("/auth/totp", guarded).problem()).isEqualTo("password-unset");
            assertThat(late.send("DELETE", "/users/me", guarded).problem()).isEqualTo("password-unset");

            house.installation().clock.advance(Duration.ofMinutes(10).plusSeconds(1));
            var first = Client.json("new_password", House.PASSWORD);
            var soon = session(house, signIn(house, "s-1", person));
            assertThat(late.send("PUT", "/users/me/password", first).problem()).isEqualTo("sign-in-again");
            assertThat(soon.send("PUT", "/users/me/password", first).status()).isEqualTo(204);
            assertThat(house.login("nelly", House.PASSWORD).status()).isEqualTo(200);
            assertThat(soon.get("/users/me/password").text()).isEqualTo("{\"set\":true}");
            assertThat(soon.send("PUT", "/users/me/password", first).pointers())
                    .as("the second password needs the first")
                    .containsExactly("/current_password");
            var me = soon.get("/users/me").field("id");
            assertThat(admin(house)
                            .get("/audit?subject=" + me)
                            .json()
                            .path("items")
                            .findValuesAsText("action"))
                    .contains("register", "password-change");
        }
    }

    @OnBothEngines
    void aReturnIsGoodOnceAndOnlyInTheBrowserThatLeft(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            person("s-1", Map.of());
            var mine = Journey.start(house, "guild");
            var back = mine.atProvider();
            var other = Journey.start(house, "guild");
            assertThat(other.back(back).header("Location"))
                    .isEqualTo(house.client().origin() + "/sign-in#error=openid-state");
            assertThat(house.client().get(back).header("Location"))
                    .isEqualTo(house.client().origin() + "/sign-in#error=openid-state");
            var wrong =
                    back.replaceFirst("state=[^&]+", "state=" + other.query().get("state"));
            assertThat(mine.back(wrong).header("Location"))
                    .isEqualTo(house.client().origin() + "/sign-in#error=openid-state");
            assertThat(mine.back(back).header("Location"))
                    .isEqualTo(house.client().origin() + "/");
            var replayed = mine.back(back);
            assertThat(replayed.header("Location")).contains("/sign-in#error=openid-");
            assertThat(Journey.kept(replayed, "wvw_refresh")).isEmpty();

            var late = Journey.start(house, "guild");
            var tooLate = late.atProvider();
            house.installation().clock.advance(Duration.ofMinutes(10));
            assertThat(late.back(tooLate).header("Location"))
                    .isEqualTo(house.client().origin() + "/sign-in#error=openid-state");
        }
    }

    @OnBothEngines
    void aSecondFactorIsAskedForHereToo(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            var admin = admin(house);
            person("s-1", Map.of());
            var journey = Journey.link(house, admin, "guild");
            journey.back(journey.atProvider());
            var phone = Phone.enrol(house, admin);
            house.installation().clock.advance(Duration.ofSeconds(30));

            var arrived = signIn(house, "s-1", Map.of());
            assertThat(arrived.header("Location")).isEqualTo(house.client().origin() + "/sign-in#second-factor");
            assertThat(Journey.kept(arrived, "wvw_refresh")).isEmpty();
            var half = house.client().with("Cookie", "wvw_challenge=" + Journey.kept(arrived, "wvw_challenge"));
            var body = Client.json("code", phone.code(), "session", "cookie");
            assertThat(half.post("/auth/login/second-factor", body).status())
                    .as("without the origin of our own page")
                    .isEqualTo(403);
            var granted = half.with("Origin", house.client().origin()).post("/auth/login/second-factor", body);
            assertThat(granted.status()).isEqualTo(200);
            assertThat(granted.json().at("/user/username").asText()).isEqualTo("Aria");
        }
    }

    @OnBothEngines
    void aDisabledAccountStaysOut(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.OPEN)) {
            var nelly = session(house, signIn(house, "s-1", Map.of()));
            var id = nelly.get("/users/me").field("id");
            assertThat(admin(house)
                            .send("PATCH", "/users/" + id, "{\"disabled\":true}")
                            .text())
                    .contains("\"disabled\":true");
            assertThat(signIn(house, "s-1", Map.of()).header("Location"))
                    .isEqualTo(house.client().origin() + "/sign-in#error=openid-disabled");
        }
    }
}
