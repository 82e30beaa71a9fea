package org.wvwbuilder.squads.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.squads.Client;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.squads.Lent;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class TeamTests {

    @OnBothEngines
    void aTeamIsMadeChangedAndDeletedByItsOwner(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var made = anna.post("/teams", json("{'name':' Night watch ','description':'Tuesdays'}"));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.field("name")).isEqualTo("Night watch");
            assertThat(made.field("role")).isEqualTo("owner");
            assertThat(made.header("Location")).endsWith("/api/v1/teams/" + made.field("id"));
            var path = "/teams/" + made.field("id");
            var changed = anna.unchanged(made).send("PUT", path, json("{'name':'Day watch'}"));
            assertThat(changed.field("name")).isEqualTo("Day watch");
            assertThat(changed.field("description")).isEmpty();
            assertThat(anna.unchanged(made)
                            .send("PUT", path, json("{'name':'x'}"))
                            .status())
                    .isEqualTo(412);
            assertThat(anna.unchanged(made).send("DELETE", path, "").status()).isEqualTo(412);
            assertThat(anna.get(path).field("name")).isEqualTo("Day watch");
            assertThat(anna.unchanged(changed).send("DELETE", path, "").status())
                    .isEqualTo(204);
            assertThat(anna.get(path).status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void whoIsNoMemberLearnsNothingAndOnlyOwnersChangeIt(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var path = team(house.as("anna"), "Night watch");
            assertThat(house.as("bob").get(path).status()).isEqualTo(404);
            assertThat(house.as("bob").get(path + "/members").status()).isEqualTo(404);
            assertThat(house.anyone().get(path).status()).isEqualTo(401);
            add(house, path, "bob", "viewer");
            assertThat(house.as("bob").get(path).field("role")).isEqualTo("viewer");
            assertThat(house.as("bob")
                            .send("PUT", path, json("{'name':'Mine'}"))
                            .status())
                    .isEqualTo(403);
            assertThat(house.as("bob")
                            .post(path + "/members", json("{'username':'dan'}"))
                            .status())
                    .isEqualTo(403);
            assertThat(house.as("bob").send("DELETE", path, "").status()).isEqualTo(403);
        }
    }

    @OnBothEngines
    void aTeamNeverLosesItsLastOwner(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var path = team(anna, "Night watch");
            add(house, path, "bob", "editor");
            var own = path + "/members/" + Lent.id("anna");
            assertThat(anna.send("DELETE", own, "").problem()).isEqualTo("last-owner");
            assertThat(anna.send("PUT", own, json("{'role':'editor'}")).problem())
                    .isEqualTo("last-owner");
            assertThat(anna.send("PUT", path + "/members/" + Lent.id("bob"), json("{'role':'owner'}"))
                            .field("role"))
                    .isEqualTo("owner");
            assertThat(anna.send("DELETE", own, "").status()).isEqualTo(204);
            assertThat(anna.get(path).status()).isEqualTo(404);
            assertThat(house.as("bob").get(path).json().path("members").asInt()).isEqualTo(1);
        }
    }

    @OnBothEngines
    void twoOwnersWhoLeaveAtTheSameMomentDoNotBothGo(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                var path = team(house.as("anna"), "Round " + round);
                add(house, path, "bob", "owner");
                var leaving = Stream.of("anna", "bob")
                        .map(person -> threads.submit(() -> house.as(person)
                                .send("DELETE", path + "/members/" + Lent.id(person), "")
                                .status()))
                        .toList();
                int gone = 0;
                for (var status : leaving) {
                    assertThat(status.get()).isIn(204, 409, 412);
                    if (status.get() == 204) gone++;
                }
                assertThat(gone).isLessThanOrEqualTo(1);
            }
        }
    }

    @OnBothEngines
    void whatIsWrongIsNamedByItsPlace(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var long101 = "x".repeat(101);
            assertThat(anna.post("/teams", json("{'name':'" + long101 + "'}")).pointers())
                    .containsExactly("/name");
            assertThat(anna.post("/teams", json("{'name':'a\\nb'}")).pointers()).containsExactly("/name");
            assertThat(anna.post("/teams", json("{'name':'a','description':'" + "> ".repeat(500) + "'}"))
                            .pointers())
                    .containsExactly("/description");
            var path = team(anna, "Night watch");
            assertThat(anna.post(path + "/members", json("{'username':'ghost'}"))
                            .pointers())
                    .containsExactly("/username");
            assertThat(anna.post(path + "/members", json("{'account_id':'ghost'}"))
                            .pointers())
                    .containsExactly("/account_id");
            assertThat(anna.post(path + "/members", json("{'username':'bob','role':'king'}"))
                            .pointers())
                    .containsExactly("/role");
            add(house, path, "bob", "viewer");
            assertThat(anna.post(path + "/members", json("{'username':'BOB'}")).problem())
                    .isEqualTo("member-already");
            assertThat(anna.get(path).json().path("members").asInt()).isEqualTo(2);
        }
    }

    @OnBothEngines
    void theListComesInPagesNewestFirst(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            for (int i = 0; i < 5; i++) team(anna, "Team " + i);
            team(house.as("bob"), "Not hers");
            var names = new ArrayList<String>();
            var cursor = "";
            do {
                var page = anna.get("/teams?limit=2&cursor=" + cursor).json();
                page.path("items").forEach(item -> names.add(item.path("name").asText()));
                cursor = page.path("next_cursor").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            assertThat(names).containsExactly("Team 4", "Team 3", "Team 2", "Team 1", "Team 0");
            assertThat(anna.get("/teams?cursor=nonsense").status()).isEqualTo(422);
        }
    }

    @OnBothEngines
    void aRepeatedRequestMakesOneTeam(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var threads = Executors.newFixedThreadPool(8)) {
            var anna = house.as("anna").with("Idempotency-Key", "k1");
            var answers = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> anna.post("/teams", json("{'name':'Once'}"))))
                    .toList();
            for (var answer : answers) assertThat(answer.get().status()).isEqualTo(201);
            assertThat(anna.get("/teams").json().path("items")).hasSize(1);
            assertThat(anna.post("/teams", json("{'name':'Other'}")).problem()).isEqualTo("idempotency-key-reused");
        }
    }

    @OnBothEngines
    void otherPluginsAskForRolesAndADeletedOwnerLeavesTheTeamToAnEditor(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var path = team(house.as("anna"), "Night watch");
            var lonely = team(house.as("anna"), "Alone");
            add(house, path, "bob", "viewer");
            add(house, path, "cora", "editor");
            var id = path.substring("/teams/".length());
            var teams = house.offer(Teams.class);
            assertThat(teams.role(id, Lent.id("bob"))).contains(Teams.Role.VIEWER);
            assertThat(teams.role(id, Lent.id("dan"))).isEmpty();
            assertThat(teams.of(Lent.id("cora"))).containsOnlyKeys(id);
            house.delete("anna");
            assertThat(teams.role(id, Lent.id("cora"))).contains(Teams.Role.OWNER);
            assertThat(house.as("cora").get(path).json().path("members").asInt())
                    .isEqualTo(2);
            assertThat(house.as("anna").get(lonely).status()).isEqualTo(404);
        }
    }

    /** @return the path of a new team */
    static String team(Client owner, String name) {
        var made = owner.post("/teams", json("{'name':'" + name + "'}"));
        assertThat(made.status()).isEqualTo(201);
        return "/teams/" + made.field("id");
    }

    private static void add(House house, String path, String person, String role) {
        var added =
                house.as("anna").post(path + "/members", json("{'username':'%s','role':'%s'}".formatted(person, role)));
        assertThat(added.status()).isEqualTo(201);
    }
}
