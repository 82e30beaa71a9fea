package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class PersonalTokenTests {
    private static final String TOKENS = "/users/me/tokens";
    private static final String READER = "{\"name\":\"backup script\",\"scopes\":[\"read\"]}";

    private static Client script(House house, Reply made) {
        return house.client().with("Authorization", "Bearer " + made.field("token"));
    }

    @OnBothEngines
    void aTokenIsShownOnceAndActsForItsOwner(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var made = house.asAdmin().post(TOKENS, READER);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");
            assertThat(made.json().at("/details/expires_at").asText()).isEqualTo("2027-02-21T20:00:00Z");
            assertThat(script(house, made).get("/users/me").field("username")).isEqualTo("Aria");
            var list = house.asAdmin().get(TOKENS);
            assertThat(list.json().at("/items/0/name").asText()).isEqualTo("backup script");
            assertThat(list.text()).doesNotContain(made.field("token"));
            assertThat(stored(house)).hasSize(43).isNotEqualTo(made.field("token"));
        }
    }

    @OnBothEngines
    void aTokenManagesNothingOfAnAccount(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var made = house.asAdmin()
                    .post(TOKENS, "{\"name\":\"all\",\"scopes\":[\"read\",\"write\",\"admin\"],\"expires_at\":null}");
            var script = script(house, made);
            var id = house.admin().json().at("/user/id").asText();
            for (var route : List.of(
                    "GET /users/me/tokens",
                    "POST /users/me/tokens",
                    "DELETE /users/me/tokens/" + made.json().at("/details/id").asText(),
                    "GET /auth/sessions",
                    "DELETE /auth/sessions/x",
                    "PUT /users/me/password",
                    "POST /auth/totp",
                    "DELETE /auth/totp",
                    "POST /auth/totp/recovery-codes",
                    "DELETE /users/" + id + "/totp",
                    "PATCH /users/me",
                    "POST /users",
                    "PATCH /users/" + id,
                    "DELETE /users/" + id)) {
                var words = route.split(" ");
                var refused = script.send(words[0], words[1], words[0].equals("GET") ? "" : "{}");
                assertThat(refused.status()).as(route).isEqualTo(403);
                assertThat(refused.problem()).as(route).isEqualTo("scope-missing");
            }
            assertThat(script.get("/users").status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void administrationNeedsTheScopeAndTheRole(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var reader = script(house, house.asAdmin().post(TOKENS, READER));
            assertThat(reader.get("/users").status()).isEqualTo(403);
            var bron = house.member("Bron");
            var asBron = house.client().as(bron);
            var wish = "{\"name\":\"x\",\"scopes\":[\"admin\"]}";
            assertThat(asBron.post(TOKENS, wish).pointers()).containsExactly("/scopes");

            var path = "/users/" + bron.json().at("/user/id").asText();
            house.asAdmin().send("PATCH", path, "{\"role\":\"admin\"}");
            var script = script(house, asBron.post(TOKENS, wish));
            assertThat(script.get("/users").status()).isEqualTo(200);
            house.asAdmin().send("PATCH", path, "{\"role\":\"member\"}");
            assertThat(script.get("/users").status()).isEqualTo(403);
            house.asAdmin().send("PATCH", path, "{\"disabled\":true}");
            assertThat(script.get("/users/me").status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void aRevokedTokenIsRefusedAtOnceAndOnOtherNodesWithinTwoSeconds(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var second = Installation.beside(database, house.installation())) {
            var made = house.asAdmin().post(TOKENS, READER);
            var header = "Bearer " + made.field("token");
            var elsewhere = second.serve().with("Authorization", header);
            assertThat(elsewhere.get("/users/me").status()).isEqualTo(200);
            assertThat(script(house, made).get("/users/me").status()).isEqualTo(200);

            var path = TOKENS + "/" + made.json().at("/details/id").asText();
            assertThat(house.client()
                            .as(house.member("Bron"))
                            .send("DELETE", path, "")
                            .status())
                    .isEqualTo(404);
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(204);
            assertThat(script(house, made).get("/users/me").status()).isEqualTo(401);
            house.installation().clock.advance(Duration.ofSeconds(2));
            assertThat(elsewhere.get("/users/me").status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void aTokenEndsByItselfAndIsThenDeleted(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var made = house.asAdmin()
                    .post(TOKENS, "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_at\":\"2026-11-23T20:10:00Z\"}");
            house.installation().clock.advance(Duration.ofMinutes(10).minusMillis(1));
            assertThat(script(house, made).get("/users/me").status()).isEqualTo(200);
            house.installation().clock.advance(Duration.ofMillis(1));
            assertThat(script(house, made).get("/users/me").status()).isEqualTo(401);
            assertThat(house.installation().run("token-purge")).startsWith("1 personal access tokens");
            assertThat(house.asAdmin().get(TOKENS).json().path("items")).isEmpty();
        }
    }

    @OnBothEngines
    void theLastUseIsKnownToTheHour(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var script = script(house, house.asAdmin().post(TOKENS, READER));
            assertThat(lastUse(house)).isEqualTo("null");
            script.get("/users/me");
            house.installation().clock.advance(Duration.ofMinutes(2));
            script.get("/users/me");
            assertThat(lastUse(house)).isEqualTo("2026-11-23T20:00:00Z");
            house.installation().clock.advance(Duration.ofMinutes(58));
            script.get("/users/me");
            var fresh = house.login("aria", House.PASSWORD);
            assertThat(house.client()
                            .as(fresh)
                            .get(TOKENS)
                            .json()
                            .at("/items/0/last_used_at")
                            .asText())
                    .isEqualTo("2026-11-23T21:00:00Z");
        }
    }

    @OnBothEngines
    void anAccountHasAtMostTwentyEvenWhenItAsksForThemAllAtOnce(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var statuses = IntStream.range(0, 32)
                    .parallel()
                    .map(i -> house.asAdmin().post(TOKENS, READER).status())
                    .boxed()
                    .toList();
            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(20);
        }
    }

    @OnBothEngines
    void whatIsNotRightIsNamed(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            assertThat(house.asAdmin().post(TOKENS, "{}").pointers()).containsExactly("/name", "/scopes");
            var person = "{\"name\":\"a\\nb\",\"scopes\":[\"person\"],\"expires_at\":\"2027-11-24T20:00:00Z\"}";
            assertThat(house.asAdmin().post(TOKENS, person).pointers())
                    .containsExactly("/name", "/scopes", "/expires_at");
        }
    }

    private static String lastUse(House house) {
        return house.asAdmin().get(TOKENS).json().at("/items/0/last_used_at").asText();
    }

    private static String stored(House house) {
        return house.installation().database().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT hash FROM auth_access_tokens")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
