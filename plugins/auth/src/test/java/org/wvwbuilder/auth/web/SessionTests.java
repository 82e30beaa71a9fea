package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SessionTests {

    @OnBothEngines
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var first = house.admin().field("refresh_token");
            var second = house.refresh(first);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.field("refresh_token")).isNotEqualTo(first);
            assertThat(house.client().as(second).get("/users/me").status()).isEqualTo(200);

            assertThat(house.refresh(first).status()).isEqualTo(401);
            assertThat(house.refresh(second.field("refresh_token")).status()).isEqualTo(401);
            assertThat(house.client().as(second).get("/users/me").status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void signingOutEndsTheAccessTokenAtOnce(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var token = house.admin().field("refresh_token");
            assertThat(house.client()
                            .post("/auth/logout", Client.json("refresh_token", token))
                            .status())
                    .isEqualTo(204);
            assertThat(house.asAdmin().get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(token).status()).isEqualTo(401);
            assertThat(house.client()
                            .post("/auth/logout", Client.json("refresh_token", "unknown"))
                            .status())
                    .isEqualTo(204);
        }
    }

    @OnBothEngines
    void oneSeesOnesSessionsAndEndsOthersButNotThoseOfOtherPeople(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.installation().clock.advance(Duration.ofMinutes(1));
            var phone = house.client().with("User-Agent", "Phone\t1.0").post("/auth/login", credentials("aria"));
            var stranger = house.member("Bron");
            var list = house.client().as(phone).get("/auth/sessions").json().path("items");
            assertThat(list).hasSize(2);
            assertThat(list.get(0).path("agent").asText()).isEqualTo("Phone 1.0");
            assertThat(list.get(0).path("current").asBoolean()).isTrue();
            assertThat(list.get(0).path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(list.get(0).path("last_used_at").asText()).isEqualTo("2026-11-23T20:01:00Z");
            assertThat(list.get(1).path("current").asBoolean()).isFalse();

            var other = "/auth/sessions/" + list.get(1).path("id").asText();
            assertThat(house.client().as(stranger).send("DELETE", other, "").status())
                    .isEqualTo(404);
            assertThat(house.client().as(phone).send("DELETE", other, "").status())
                    .isEqualTo(204);
            assertThat(house.asAdmin().get("/users/me").status()).isEqualTo(401);
            assertThat(house.client().as(phone).get("/users/me").status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void oneEndsAllOthersAtOnceAndAnAdministratorAll(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.member("Bron");
            var other = house.login("bron", House.PASSWORD);
            assertThat(house.client()
                            .as(bron)
                            .send("DELETE", "/auth/sessions", "")
                            .status())
                    .isEqualTo(204);
            assertThat(house.client().as(other).get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(other.field("refresh_token")).status()).isEqualTo(401);
            assertThat(house.client().as(bron).get("/users/me").status()).isEqualTo(200);
            var path = "/users/" + bron.json().at("/user/id").asText() + "/sessions";
            assertThat(house.client().as(bron).send("DELETE", path, "").status())
                    .isEqualTo(403);
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(204);
            assertThat(house.client().as(bron).get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(bron.field("refresh_token")).status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void aNewPasswordEndsAllOtherSessions(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var other = house.login("aria", House.PASSWORD);
            var wrong = house.asAdmin().send("PUT", "/users/me/password", change("not the password", "x".repeat(12)));
            assertThat(wrong.pointers()).containsExactly("/current_password");
            var done = house.asAdmin()
                    .send("PUT", "/users/me/password", change(House.PASSWORD, "seven silver trebuchets"));
            assertThat(done.status()).isEqualTo(204);
            assertThat(house.asAdmin().get("/users/me").status()).isEqualTo(200);
            assertThat(house.client().as(other).get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(other.field("refresh_token")).status()).isEqualTo(401);
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(401);
            assertThat(house.login("aria", "seven silver trebuchets").status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void whatAnotherProcessEndsIsSeenWithinTwoSeconds(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var other = Installation.beside(database, house.installation())) {
            var otherClient = other.serve();
            assertThat(otherClient.as(house.admin()).get("/users/me").status()).isEqualTo(200);
            house.client()
                    .post(
                            "/auth/logout",
                            Client.json("refresh_token", house.admin().field("refresh_token")));
            house.installation().clock.advance(Duration.ofSeconds(2));
            assertThat(otherClient.as(house.admin()).get("/users/me").status()).isEqualTo(401);
        }
    }

    @Test
    void aSessionLivesAsLongAsItIsUsedButNotForever() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var clock = house.installation().clock;
            Reply last = house.admin();
            for (int day = 29; day < 180; day += 29) {
                clock.advance(Duration.ofDays(29));
                last = house.refresh(last.field("refresh_token"));
                assertThat(last.status()).isEqualTo(200);
            }
            clock.set(Installation.START.plus(Duration.ofDays(180)));
            assertThat(house.refresh(last.field("refresh_token")).status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void theJobDeletesWhatHasEnded(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.refresh(house.admin().field("refresh_token"));
            var installation = house.installation();
            assertThat(installation.run("session-purge")).isEqualTo("0 sessions and 0 refresh tokens deleted");
            installation.clock.advance(Duration.ofDays(31));
            assertThat(installation.run("session-purge")).isEqualTo("1 sessions and 2 refresh tokens deleted");
        }
    }

    static String credentials(String name) {
        return Client.json("username", name, "password", House.PASSWORD);
    }

    private static String change(String current, String fresh) {
        return Client.json("current_password", current, "new_password", fresh);
    }
}
