package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What people do with their own account. */
class OwnAccountTests {

    @OnBothEngines
    void anotherEmailNeedsThePassword(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.client().as(house.member("Bron"));
            var body = Client.json("email", "b@elsewhere.example");
            assertThat(bron.send("PATCH", "/users/me", body).pointers()).containsExactly("/current_password");
            var wrong = Client.json("email", "b@elsewhere.example", "current_password", "not this one");
            assertThat(bron.send("PATCH", "/users/me", wrong).pointers()).containsExactly("/current_password");
            var right = Client.json("email", "b@elsewhere.example", "current_password", House.PASSWORD);
            assertThat(bron.send("PATCH", "/users/me", right).field("email")).isEqualTo("b@elsewhere.example");
            assertThat(house.login("b@elsewhere.example", House.PASSWORD).status())
                    .isEqualTo(200);
            assertThat(bron.send("PATCH", "/users/me", Client.json("email", "B@ELSEWHERE.example"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @OnBothEngines
    void oneDeletesOnesAccountWithThePasswordOnly(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var granted = house.member("Bron");
            var bron = house.client().as(granted);
            assertThat(bron.send("DELETE", "/users/me", "{}").pointers()).containsExactly("/current_password");
            assertThat(bron.send("DELETE", "/users/me", "").pointers()).containsExactly("/current_password");
            assertThat(bron.send("DELETE", "/users/me", Client.json("current_password", "no"))
                            .status())
                    .isEqualTo(422);
            var yes = Client.json("current_password", House.PASSWORD);
            assertThat(bron.send("DELETE", "/users/me", yes).status()).isEqualTo(204);
            assertThat(bron.get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(granted.field("refresh_token")).status()).isEqualTo(401);
            assertThat(house.login("bron", House.PASSWORD).status()).isEqualTo(401);
            assertThat(house.installation().context.events())
                    .last()
                    .isInstanceOfSatisfying(
                            AccountChanged.class,
                            event -> assertThat(event.change()).isEqualTo(AccountChanged.Change.DELETED));
            assertThat(house.asAdmin().send("DELETE", "/users/me", yes).problem())
                    .isEqualTo("last-administrator");
        }
    }

    @OnBothEngines
    void oneTakesAlongWhatIsKept(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var granted = house.member("Bron");
            house.asAdmin()
                    .with("User-Agent", "AdminBrowser")
                    .post("/users/" + granted.json().at("/user/id").asText() + "/unlock", "");
            var export = house.client().as(granted).get("/users/me/export");
            assertThat(export.status()).isEqualTo(200);
            assertThat(export.header("Content-Disposition")).contains("attachment");
            assertThat(export.json().at("/account/email").asText()).isEqualTo("Bron@guild.example");
            assertThat(export.json().path("sessions")).hasSize(1);
            assertThat(export.json().path("audit").findValuesAsText("action"))
                    .containsExactly("export", "register", "account-unlock");
            assertThat(export.text())
                    .doesNotContain("AdminBrowser", "Aria", "$2a$", "hash", granted.field("refresh_token"));
        }
    }

    @Test
    void anExportIsCostlyAndThereforeRationed() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var bron = house.client().as(house.member("Bron"));
            for (int i = 0; i < 10; i++) {
                assertThat(bron.get("/users/me/export").status()).isEqualTo(200);
            }
            var refused = bron.get("/users/me/export");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"export\";q=10;w=3600");
            assertThat(house.asAdmin().get("/users/me/export").status()).isEqualTo(200);
        }
    }

    @Test
    void aSessionSaysWhichDeviceItIs() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var firefox = house.client()
                    .with(
                            "User-Agent",
                            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0")
                    .post("/auth/login", SessionTests.credentials("aria"));
            assertThat(house.client()
                            .as(firefox)
                            .get("/auth/sessions")
                            .json()
                            .at("/items")
                            .findValuesAsText("device"))
                    .contains("Firefox, Windows");
        }
    }
}
