package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class AuditTests {

    @OnBothEngines
    void whatIsDoneIsTakenDownWithWhoWhomWhenAndFromWhere(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.member("Bron");
            var id = bron.json().at("/user/id").asText();
            var admin = house.asAdmin().with("User-Agent", "Firefox");
            admin.send("PATCH", "/users/" + id, "{\"role\":\"commander\"}");
            admin.send("PATCH", "/users/" + id, "{\"disabled\":true}");
            admin.send("PATCH", "/users/" + id, "{\"disabled\":false}");
            admin.post("/users/" + id + "/unlock", "");
            house.login("bron", "tower of red lanterns");
            house.login("bron", House.PASSWORD);
            admin.send("DELETE", "/users/" + id, "");

            var lines = admin.get("/audit?subject=" + id).json().path("items");
            assertThat(lines.findValuesAsText("action"))
                    .containsExactly(
                            "account-delete",
                            "sign-in",
                            "sign-in",
                            "account-unlock",
                            "account-enable",
                            "account-disable",
                            "role-change",
                            "register");
            assertThat(lines.findValuesAsText("outcome"))
                    .containsExactly("done", "done", "refused", "done", "done", "done", "done", "done");
            var role = lines.get(6);
            assertThat(role.path("actor_name").asText()).isEqualTo("Aria");
            assertThat(role.path("subject_name").asText()).isEqualTo("Bron");
            assertThat(role.path("detail").asText()).isEqualTo("member to commander");
            assertThat(role.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(role.path("agent").asText()).isEqualTo("Firefox");
            assertThat(role.path("at").asText()).isEqualTo("2026-11-23T20:00:00Z");
        }
    }

    @OnBothEngines
    void whatOpensAnAccountIsTakenDownAsWell(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.client().as(house.member("Bron"));
            var phone = Phone.enrol(house, bron);
            house.installation().clock.advance(Duration.ofSeconds(30));
            var proof = Client.json("current_password", House.PASSWORD, "code", phone.code());
            assertThat(bron.post("/auth/totp/recovery-codes", proof).status()).isEqualTo(200);
            var id = bron.get("/users/me").field("id");
            assertThat(house.asAdmin()
                            .send("DELETE", "/users/" + id + "/totp", "")
                            .status())
                    .isEqualTo(204);
            var made = bron.post("/users/me/tokens", "{\"name\":\"bot\",\"scopes\":[\"read\"]}");
            var token = made.json().at("/details/id").asText();
            assertThat(bron.send("DELETE", "/users/me/tokens/" + token, "").status())
                    .isEqualTo(204);

            var lines = house.asAdmin().get("/audit?subject=" + id).json().path("items");
            assertThat(lines.findValuesAsText("action"))
                    .containsExactly(
                            "token-revoke", "token-add", "factor-off", "factor-codes", "factor-on", "register");
            assertThat(lines.get(2).path("actor_name").asText()).isEqualTo("Aria");
            assertThat(lines.get(1).path("detail").asText()).isEqualTo("token " + token + ", may read");
            assertThat(lines.toString()).doesNotContain(made.field("token"));
        }
    }

    @OnBothEngines
    void eachFilterAndThePagesGiveTheNewestFirst(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var me = house.admin().json().at("/user/id").asText();
            for (int i = 0; i < 6; i++) {
                house.installation().clock.advance(Duration.ofMinutes(1));
                house.login("aria", House.PASSWORD);
            }
            assertThat(size(house, "action=sign-in")).isEqualTo(6);
            assertThat(size(house, "action=sign-in&actor=" + me + "&subject=" + me))
                    .isEqualTo(6);
            assertThat(size(house, "actor=operator")).isZero();
            assertThat(size(house, "since=2026-11-23T20:02:00Z&until=2026-11-23T20:04:00Z"))
                    .isEqualTo(2);
            assertThat(house.asAdmin().get("/audit?since=yesterday").pointers()).containsExactly("?since");
            assertThat(house.asAdmin().get("/audit?cursor=YQ").status()).isEqualTo(422);
            var moments = new ArrayList<String>();
            var cursor = "";
            do {
                var page =
                        house.asAdmin().get("/audit?limit=2&cursor=" + cursor).json();
                page.path("items").forEach(item -> moments.add(item.path("at").asText()));
                cursor = page.path("next_cursor").asText("null");
            } while (!cursor.equals("null"));
            assertThat(moments).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    private static int size(House house, String query) {
        return house.asAdmin().get("/audit?" + query).json().path("items").size();
    }

    @Test
    void onlyAdministratorsReadIt() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            assertThat(house.client().get("/audit").status()).isEqualTo(401);
            assertThat(house.client().as(house.member("Bron")).get("/audit").status())
                    .isEqualTo(403);
            for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                assertThat(house.asAdmin().send(method, "/audit", "{}").status())
                        .isEqualTo(405);
            }
        }
    }

    @Test
    void anAttackerFillsNoDiskAndWhatWasTypedAsANameIsNowhere() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            for (int i = 0; i < 230; i++) house.login("my password " + i, "x");
            var lines = house.asAdmin().get("/audit?action=sign-in&limit=200").text();
            assertThat(house.asAdmin()
                            .get("/audit?action=sign-in&limit=200")
                            .json()
                            .path("items"))
                    .hasSize(200)
                    .first()
                    .satisfies(last -> assertThat(last.path("detail").asText()).contains("for an hour"));
            assertThat(lines).doesNotContain("my password");
            house.installation().clock.advance(Duration.ofHours(1));
            house.login("aria", "wrong");
            assertThat(house.asAdmin().get("/audit?action=sign-in").status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void linesAreKeptForAYear(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var job = house.installation().contributions(Contribution.Job.class).stream()
                    .filter(each -> each.name().equals("audit-purge"))
                    .findFirst()
                    .orElseThrow();
            house.installation().clock.advance(Duration.ofDays(365));
            assertThat(job.task().run()).startsWith("0 lines");
            house.installation().clock.advance(Duration.ofMillis(1));
            assertThat(job.task().run()).isEqualTo("1 lines older than 365 days deleted");
        }
    }

    @Test
    void aSignOutAnEndedSessionAndAReusedTokenAreTakenDown() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var other = house.login("aria", House.PASSWORD).field("refresh_token");
            house.refresh(other);
            house.refresh(other);
            var third = house.login("aria", House.PASSWORD).field("refresh_token");
            house.client().post("/auth/logout", Client.json("refresh_token", third));
            house.client().post("/auth/logout", Client.json("refresh_token", third));
            house.login("aria", House.PASSWORD);
            for (var session : house.asAdmin().get("/auth/sessions").json().path("items")) {
                if (session.path("current").asBoolean()) continue;
                house.asAdmin()
                        .send("DELETE", "/auth/sessions/" + session.path("id").asText(), "");
            }
            assertThat(house.asAdmin().get("/audit").json().findValuesAsText("action"))
                    .containsExactly(
                            "session-end", "sign-in", "sign-out", "sign-in", "token-reuse", "sign-in", "setup");
        }
    }
}
