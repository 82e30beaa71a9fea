package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class UsersTests {

    @OnBothEngines
    void onlyAdministratorsSeeOthers(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var member = house.member("Bron");
            var id = member.json().at("/user/id").asText();
            for (var path : List.of("/users", "/users/" + id)) {
                assertThat(house.client().get(path).status()).isEqualTo(401);
                assertThat(house.client().as(member).get(path).status()).isEqualTo(403);
                assertThat(house.asAdmin().get(path).status()).isEqualTo(200);
            }
            assertThat(house.asAdmin().get("/users/unknown").status()).isEqualTo(404);
            assertThat(house.asAdmin().get("/users/" + id).text()).doesNotContain("password");
        }
    }

    @OnBothEngines
    void aChangeOfRoleAndAShutDoorAreSeenAtOnce(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.member("Bron");
            var path = "/users/" + bron.json().at("/user/id").asText();
            assertThat(house.asAdmin()
                            .send("PATCH", path, "{\"role\":\"admin\"}")
                            .field("role"))
                    .isEqualTo("admin");
            assertThat(house.client().as(bron).get("/users").status()).isEqualTo(200);
            assertThat(house.asAdmin()
                            .send("PATCH", path, "{\"disabled\":true}")
                            .status())
                    .isEqualTo(200);
            assertThat(house.client().as(bron).get("/users/me").status()).isEqualTo(401);
            assertThat(house.refresh(bron.field("refresh_token")).status()).isEqualTo(401);
            assertThat(house.login("Bron", House.PASSWORD).problem()).isEqualTo("account-disabled");
            assertThat(house.login("Bron", "something else entirely").status()).isEqualTo(401);
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(204);
            assertThat(house.asAdmin().get(path).status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void theLastAdministratorStays(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var path = "/users/" + house.admin().json().at("/user/id").asText();
            for (var change : List.of("{\"role\":\"member\"}", "{\"disabled\":true}")) {
                var refused = house.asAdmin().send("PATCH", path, change);
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.problem()).isEqualTo("last-administrator");
            }
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(409);
            assertThat(house.asAdmin()
                            .send("PATCH", path, "{\"username\":\"Aria.S\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @OnBothEngines
    void ofTwoAdministratorsWhoRemoveEachOtherOneStays(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var threads = Executors.newFixedThreadPool(2)) {
            var first = "/users/" + house.admin().json().at("/user/id").asText();
            var bron = house.member("Bron");
            var second = "/users/" + bron.json().at("/user/id").asText();
            for (int round = 0; round < 10; round++) {
                house.asAdmin().send("PATCH", second, "{\"role\":\"admin\"}");
                house.client().as(bron).send("PATCH", first, "{\"role\":\"admin\"}");
                Callable<Integer> one = () -> house.asAdmin()
                        .send("PATCH", second, "{\"role\":\"member\"}")
                        .status();
                Callable<Integer> other = () -> house.client()
                        .as(bron)
                        .send("PATCH", first, "{\"role\":\"member\"}")
                        .status();
                threads.invokeAll(List.of(one, other));
                boolean admin = house.asAdmin().get("/users").status() == 200;
                boolean alsoBron = house.client().as(bron).get("/users").status() == 200;
                assertThat(admin || alsoBron).isTrue();
                if (!admin) house.client().as(bron).send("PATCH", first, "{\"role\":\"admin\"}");
            }
        }
    }

    @OnBothEngines
    void theListComesInPagesAndCanBeSearched(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var people = new ArrayList<DemoData.Person>();
            for (int i = 0; i < 25; i++) {
                people.add(new DemoData.Person(
                        Uuid7.next(house.installation().clock),
                        "Zoe_%02d".formatted(i),
                        "z%02d@x.example".formatted(i),
                        "member"));
            }
            var guild = new DemoData.Guild(1, people, "x".repeat(12), 0, 0);
            house.installation().offer(DemoData.class).fill(guild, line -> {});
            var names = new ArrayList<String>();
            var cursor = "";
            do {
                var page = house.asAdmin()
                        .get("/users?limit=10&q=zoe_&cursor=" + cursor)
                        .json();
                page.path("items")
                        .forEach(item -> names.add(item.path("username").asText()));
                cursor = page.path("next_cursor").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            assertThat(names).hasSize(25).isSorted();
            assertThat(house.asAdmin().get("/users?q=%25").json().path("items")).isEmpty();
            assertThat(house.asAdmin().get("/users?limit=201").status()).isEqualTo(422);
            assertThat(house.asAdmin().get("/users?cursor=!").status()).isEqualTo(422);

            var accounts = house.installation().offer(Accounts.class);
            var id = people.getFirst().id();
            assertThat(accounts.names(List.of(id, "unknown"))).containsOnly(java.util.Map.entry(id, "Zoe_00"));
            assertThat(accounts.id("zoe_00")).contains(id);
            assertThat(accounts.id("z00@x.example")).isEmpty();
            assertThat(accounts.id("nobody")).isEmpty();
        }
    }

    @OnBothEngines
    void oneChangesOnesNamesButNotOnesRole(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.client().as(house.member("Bron"));
            var before = bron.get("/users/me");
            assertThat(before.header("ETag")).isEqualTo("\"1\"");
            var changed = bron.with("If-Match", "\"1\"")
                    .send("PATCH", "/users/me", Client.json("username", "Brön", "language", "fr"));
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.field("username")).isEqualTo("Brön");
            assertThat(changed.field("email")).isEqualTo("Bron@guild.example");
            assertThat(bron.get("/users/me").field("language")).isEqualTo("fr");
            assertThat(bron.with("If-Match", "\"1\"")
                            .send("PATCH", "/users/me", "{\"language\":\"\"}")
                            .status())
                    .isEqualTo(412);
            assertThat(bron.send("PATCH", "/users/me", "{\"role\":\"admin\"}").status())
                    .isEqualTo(400);
            assertThat(bron.send("PATCH", "/users/me", "{\"username\":\"aria\"}")
                            .problem())
                    .isEqualTo("username-taken");
            assertThat(bron.send("PATCH", "/users/me", "{\"email\":\"x\",\"language\":\"de\"}")
                            .pointers())
                    .containsExactly("/email", "/language");
        }
    }

    @OnBothEngines
    void administratorsMakeAccounts(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var body = Client.json(
                    "email", "c@guild.example", "username", "Cara", "password", House.PASSWORD, "role", "commander");
            var made = house.asAdmin().post("/users", body);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.field("role")).isEqualTo("commander");
            assertThat(house.asAdmin()
                            .post("/users", body.replace("commander", "king"))
                            .pointers())
                    .containsExactly("/role");
            assertThat(house.login("Cara", House.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void aThousandDemoPeopleAreMadeQuicklyAndOnlyTheFirstCanSignIn() throws Exception {
        try (var database = TestDatabase.sqlite();
                var installation = org.wvwbuilder.auth.Installation.of(database)) {
            var people = new ArrayList<DemoData.Person>();
            for (int i = 0; i < 1000; i++) {
                people.add(new DemoData.Person(
                        Uuid7.next(installation.clock),
                        "P" + i + "x",
                        "p" + i + "@x.example",
                        i == 0 ? "admin" : "member"));
            }
            var demo = installation.offer(DemoData.class);
            assertThat(demo.empty()).isTrue();
            demo.fill(new DemoData.Guild(1, people, "shown-this-once-x7", 0, 0), line -> {});
            assertThat(demo.empty()).isFalse();
            var client = installation.serve();
            assertThat(client.post("/auth/login", Client.json("username", "p0x", "password", "shown-this-once-x7"))
                            .status())
                    .isEqualTo(200);
            assertThat(client.post("/auth/login", Client.json("username", "p1x", "password", "shown-this-once-x7"))
                            .status())
                    .isEqualTo(401);
        }
    }
}
