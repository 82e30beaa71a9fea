package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** Who lost the password gets a link from an administrator, and chooses another. */
class PasswordLinkTests {
    private static final String FRESH = "seven silver trebuchets";
    private static final String WRONG = "tower of red lanterns";

    private static String id(Reply member) {
        return member.json().at("/user/id").asText();
    }

    private static Reply link(House house, String id) {
        return house.asAdmin().post("/users/" + id + "/password-link", "");
    }

    private static Reply choose(House house, String code, String password) {
        return house.client().post("/auth/password", Client.json("code", code, "new_password", password));
    }

    private static List<String> rows(House house, String sql) {
        return house.installation().database().read(connection -> Rows.all(connection, sql, row -> row.getString(1)));
    }

    @OnBothEngines
    void aLinkSetsOneNewPasswordAndOnlyItsHashIsKept(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = id(house.member("Bron"));
            var made = link(house, bron);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");
            var code = made.field("code");
            assertThat(code).hasSize(43);
            assertThat(made.field("link")).isEqualTo("/new-password#" + code);
            assertThat(made.field("expires_at")).isEqualTo("2026-11-23T21:00:00Z");
            assertThat(rows(house, "SELECT user_id || hash || expires_at FROM auth_password_links"))
                    .singleElement()
                    .asString()
                    .doesNotContain(code);
            assertThat(house.login("bron", House.PASSWORD).status())
                    .as("until it is used")
                    .isEqualTo(200);

            assertThat(choose(house, code, FRESH).status()).isEqualTo(204);
            assertThat(house.login("bron", House.PASSWORD).status()).isEqualTo(401);
            assertThat(house.login("bron", FRESH).status()).isEqualTo(200);
            assertThat(choose(house, code, House.PASSWORD).problem()).isEqualTo("password-link-wrong");
            assertThat(house.login("bron", FRESH).status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void usingItEndsSessionsAndADelayAndIsTakenDown(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var member = house.member("Bron");
            var bron = id(member);
            for (int i = 0; i < 5; i++) house.login("bron", WRONG);
            assertThat(house.login("bron", House.PASSWORD).status()).isEqualTo(429);
            assertThat(choose(house, link(house, bron).field("code"), FRESH).status())
                    .isEqualTo(204);

            assertThat(house.client().as(member).get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(member.field("refresh_token")).status()).isEqualTo(401);
            assertThat(house.login("bron", FRESH).status()).isEqualTo(200);
            assertThat(house.asAdmin().get("/users/me").status()).isEqualTo(200);

            var lines =
                    house.asAdmin().get("/audit?limit=3&subject=" + bron).json().path("items");
            assertThat(lines.findValuesAsText("action")).containsExactly("sign-in", "password-change", "password-link");
            assertThat(lines.findValuesAsText("actor_name")).containsExactly("Bron", "Bron", "Aria");
            assertThat(lines.get(1).path("detail").asText()).isEqualTo("with a link; all sessions ended");
        }
    }

    @OnBothEngines
    void theSecondFactorStaysOn(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var member = house.member("Bron");
            Phone.enrol(house, house.client().as(member));
            assertThat(choose(house, link(house, id(member)).field("code"), FRESH)
                            .status())
                    .isEqualTo(204);
            assertThat(house.login("bron", FRESH).problem()).isEqualTo("second-factor-required");
        }
    }

    @OnBothEngines
    void whateverEndedItTheAnswerIsTheSame(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = id(house.member("Bron"));
            var unknown = answer(house, "no-such-code");
            assertThat(unknown).startsWith("403").contains("This link is not, or no longer, good");

            var older = link(house, bron).field("code");
            var used = link(house, bron).field("code");
            assertThat(answer(house, older)).as("a newer link").isEqualTo(unknown);
            assertThat(choose(house, used, FRESH).status()).isEqualTo(204);
            assertThat(answer(house, used)).as("used").isEqualTo(unknown);

            var outdated = link(house, bron).field("code");
            var own = house.client().as(house.login("bron", FRESH));
            var change = Client.json("current_password", FRESH, "new_password", House.PASSWORD);
            assertThat(own.send("PUT", "/users/me/password", change).status()).isEqualTo(204);
            assertThat(answer(house, outdated)).as("another password").isEqualTo(unknown);

            var late = link(house, bron).field("code");
            house.installation().clock.advance(Duration.ofHours(1));
            assertThat(answer(house, late)).as("after an hour").isEqualTo(unknown);
            assertThat(house.login("bron", House.PASSWORD).status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void itEndsWhenTheAccountIsDisabledOrDeleted(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = id(house.member("Bron"));
            var unknown = answer(house, "no-such-code");
            var code = link(house, bron).field("code");
            house.asAdmin().send("PATCH", "/users/" + bron, "{\"disabled\":true}");
            assertThat(answer(house, code)).as("disabled").isEqualTo(unknown);
            house.asAdmin().send("PATCH", "/users/" + bron, "{\"disabled\":false}");
            assertThat(answer(house, code)).as("disabled meanwhile").isEqualTo(unknown);

            var another = link(house, bron).field("code");
            house.asAdmin().send("DELETE", "/users/" + bron, "");
            assertThat(answer(house, another)).as("deleted").isEqualTo(unknown);
            assertThat(rows(house, "SELECT user_id FROM auth_password_links")).isEmpty();
        }
    }

    /** Without what differs from request to request. */
    private static String answer(House house, String code) {
        var reply = choose(house, code, FRESH);
        return reply.status() + reply.text().replaceAll("urn:wvw:request:[^\"]+", "");
    }

    @OnBothEngines
    void aPasswordThatIsNotGoodDoesNotUseItUp(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var code = link(house, id(house.member("Bron"))).field("code");
            for (var bad : List.of("short", "Bron@guild.example", "password1234")) {
                var refused = choose(house, code, bad);
                assertThat(refused.status()).as(bad).isEqualTo(422);
                assertThat(refused.pointers()).containsExactly("/new_password");
            }
            assertThat(choose(house, code, "a".repeat(257)).problem()).isEqualTo("password-too-long");
            assertThat(house.client().post("/auth/password", "{}").pointers())
                    .containsExactly("/code", "/new_password");
            assertThat(choose(house, code, FRESH).status()).isEqualTo(204);
        }
    }

    @OnBothEngines
    void ofManyWhoUseItAtOnceOneIsServed(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var threads = Executors.newFixedThreadPool(8)) {
            var code = link(house, id(house.member("Bron"))).field("code");
            Callable<Integer> use = () -> choose(house, code, FRESH).status();
            assertThat(threads.invokeAll(Collections.nCopies(8, use)).stream().map(done -> done.resultNow()))
                    .containsOnlyOnce(204)
                    .containsOnly(204, 403);
        }
    }

    @OnBothEngines
    void anAccountThatCameByAProviderGetsItsFirstPassword(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = id(house.member("Bron"));
            house.installation()
                    .database()
                    .write(connection ->
                            Rows.change(connection, "UPDATE auth_users SET password_hash = 'none' WHERE id = ?", bron));
            assertThat(choose(house, link(house, bron).field("code"), FRESH).status())
                    .isEqualTo(204);
            assertThat(house.login("bron", FRESH).status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void onlyAdministratorsMakeThemAndNotForThemselves(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var member = house.member("Bron");
            var path = "/users/" + id(member) + "/password-link";
            assertThat(house.client().post(path, "").status()).isEqualTo(401);
            assertThat(house.client().as(member).post(path, "").status()).isEqualTo(403);
            assertThat(link(house, id(house.admin())).problem()).isEqualTo("own-password");
            assertThat(link(house, "nobody").status()).isEqualTo(404);
            house.asAdmin().send("PATCH", "/users/" + id(member), "{\"disabled\":true}");
            assertThat(link(house, id(member)).problem()).isEqualTo("user-disabled");
            assertThat(house.asAdmin().get("/audit?action=password-link").json().path("items"))
                    .isEmpty();
        }
    }

    @OnBothEngines
    void codesAreNotGuessedForEver(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var code = link(house, id(house.member("Bron"))).field("code");
            for (int i = 0; i < 20; i++) {
                assertThat(choose(house, "no" + i, FRESH).status()).isEqualTo(403);
            }
            assertThat(choose(house, code, FRESH).problem()).isEqualTo("too-many-attempts");
            house.installation().clock.advance(Duration.ofMinutes(15));
            assertThat(choose(house, code, FRESH).status()).isEqualTo(204);
        }
    }

    @OnBothEngines
    void theHourlyJobDeletesThoseThatEnded(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            link(house, id(house.member("Bron")));
            assertThat(house.installation().run("token-purge")).endsWith("and 0 links for a new password deleted");
            house.installation().clock.advance(Duration.ofHours(1));
            assertThat(house.installation().run("token-purge")).endsWith("and 1 links for a new password deleted");
            assertThat(rows(house, "SELECT user_id FROM auth_password_links")).isEmpty();
        }
    }
}
