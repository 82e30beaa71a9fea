package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.wvwbuilder.auth.AuthSettings;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SignInTests {

    @OnBothEngines
    void peopleSignInByEmailOrUsernameInAnyCaseByFormOrJson(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            for (var name : List.of("Aria", "aria", "ARIA@guild.EXAMPLE", " aria ")) {
                var reply = house.login(name, House.PASSWORD);
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.field("token_type")).isEqualTo("bearer");
                assertThat(reply.json().path("expires_in").asInt()).isEqualTo(900);
                assertThat(reply.field("refresh_token")).hasSize(43);
                assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
                assertThat(house.client().as(reply).get("/users/me").field("email"))
                        .isEqualTo("Aria@Guild.example");
            }
            var form = house.client().form("/auth/login", "username=aria&password=tower+of+blue+lanterns");
            assertThat(form.status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var wrong = house.login("aria", "tower of red lanterns");
            for (var name : List.of("nobody", "nobody@guild.example", "' OR 1=1 --", "\ud800")) {
                var unknown = house.login(name, House.PASSWORD);
                assertThat(unknown.status()).isEqualTo(401);
                assertThat(unknown.text().replaceAll("urn:wvw:request:[^\"]+", ""))
                        .isEqualTo(wrong.text().replaceAll("urn:wvw:request:[^\"]+", ""));
                assertThat(unknown.headers().map().keySet())
                        .isEqualTo(wrong.headers().map().keySet());
            }
        }
    }

    /** A4 by the work that is done, as times lie on a busy machine; the long run measures them. */
    @OnBothEngines
    void anUnknownNameCostsTheSameWorkAsAWrongPassword(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.asAdmin()
                    .send(
                            "PATCH",
                            "/users/"
                                    + house.member("Bron").json().at("/user/id").asText(),
                            "{\"disabled\":true}");
            for (int i = 0; i < 8; i++) {
                for (var name : List.of("aria", "nobody", "bron", "nobody@guild.example", "Aria@guild.example")) {
                    double before = hashed(house);
                    var status = house.login(name, "tower of red lanterns").status();
                    assertThat(status).isEqualTo(i < 5 ? 401 : 429);
                    assertThat(hashed(house) - before).as(name).isEqualTo(i < 5 ? 1 : 0);
                }
            }
        }
    }

    private static double hashed(House house) {
        return house.installation().contributions(Contribution.Gauge.class).stream()
                .filter(gauge -> gauge.name().equals("passwords-hashed"))
                .findFirst()
                .orElseThrow()
                .value()
                .getAsDouble();
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "[1-9]\\d*")
    void overFourHundredSignInsTheMediansOfUnknownNamesAndWrongPasswordsDifferByLessThanFivePercent() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database, Installation.settings(AuthSettings.Registration.OPEN, 12))) {
            var known = new long[200];
            var unknown = new long[200];
            for (int i = -10; i < 200; i++) {
                // Beyond the window, so that each one is compared.
                house.installation().clock.advance(Duration.ofMinutes(16));
                long first = time(() -> house.login("aria", "tower of red lanterns"));
                long second = time(() -> house.login("nobody", "tower of red lanterns"));
                if (i < 0) continue;
                known[i] = first;
                unknown[i] = second;
            }
            Arrays.sort(known);
            Arrays.sort(unknown);
            System.getLogger("measure")
                    .log(
                            System.Logger.Level.INFO,
                            "medians: wrong password {0} us, unknown name {1} us",
                            known[100] / 1000,
                            unknown[100] / 1000);
            assertThat((double) unknown[100] / known[100]).isBetween(0.95, 1.05);
        }
    }

    @OnBothEngines
    void aSignInHashesAgainWhenTheWorkFactorHasChanged(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            assertThat(hash(house)).startsWith("h1:$2a$10$");
        }
        try (var installation = Installation.of(database, Installation.settings(AuthSettings.Registration.OPEN, 12))) {
            var house = new House(installation, installation.serve(), null);
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(200);
            assertThat(hash(house)).startsWith("h1:$2a$12$");
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(200);
        }
    }

    private static String hash(House house) {
        return house.installation().database().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT password_hash FROM auth_users")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            assertThat(house.client().post("/auth/login", "{}").pointers()).containsExactly("/username", "/password");
            assertThat(house.client().form("/auth/login", "username=aria").pointers())
                    .containsExactly("/password");
            assertThat(house.client().post("/auth/login", "{\"user\":\"aria\"}").status())
                    .isEqualTo(400);
            assertThat(house.login("aria", "a".repeat(257)).status()).isEqualTo(400);
        }
    }

    @OnBothEngines
    void namesAreUniqueInAnyCaseAndTheAnswerSaysWhichIsTaken(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var email = house.client()
                    .post(
                            "/auth/register",
                            Client.json(
                                    "email", "ARIA@guild.example", "username", "Other", "password", House.PASSWORD));
            assertThat(email.status()).isEqualTo(409);
            assertThat(email.problem()).isEqualTo("email-taken");
            var username = house.client()
                    .post(
                            "/auth/register",
                            Client.json(
                                    "email", "other@guild.example", "username", "aRIA", "password", House.PASSWORD));
            assertThat(username.status()).isEqualTo(409);
            assertThat(username.problem()).isEqualTo("username-taken");
        }
    }

    @Test
    void everyWrongFieldOfARegistrationIsNamedAtOnce() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            assertThat(house.client().post("/auth/register", "{}").pointers())
                    .containsExactly("/email", "/username", "/password");
            var common = house.client()
                    .post(
                            "/auth/register",
                            Client.json("email", "b@guild.example", "username", "Bron", "password", "Password1234"));
            assertThat(common.status()).isEqualTo(422);
            assertThat(common.pointers()).containsExactly("/password");
        }
    }

    @OnBothEngines
    void anAccessTokenEndsAfterItsFifteenMinutes(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.installation().clock.advance(Duration.ofMinutes(15).minusMillis(1));
            assertThat(house.asAdmin().get("/users/me").status()).isEqualTo(200);
            house.installation().clock.advance(Duration.ofMillis(1));
            var over = house.asAdmin().get("/users/me");
            assertThat(over.status()).isEqualTo(401);
            assertThat(over.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void anybodyMayReadThePublicKeysAndNothingElseOfThem() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var keys = house.client().get("/auth/jwks").json().path("keys");
            assertThat(keys).singleElement().satisfies(key -> {
                assertThat(key.path("kty").asText()).isEqualTo("EC");
                assertThat(key.path("crv").asText()).isEqualTo("P-256");
                assertThat(key.has("d")).isFalse();
            });
        }
    }

    private static long time(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }
}
