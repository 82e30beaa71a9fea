package org.wvwbuilder.squads.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wvwbuilder.plugin.SavedBuilds.Outline;
import org.wvwbuilder.squads.Client;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class RosterTests {
    private static final String TWO =
            "{'name':'Reset','entries':[{'player':'Aya','builds':['firebrand-heal','willbender-dps'],"
                    + "'note':'leads'},{'player':'Bor','builds':['scourge-power'],'present':false}]}";

    @OnBothEngines
    void aRosterKeepsItsPlayersInOrderWithWhatTheyPlay(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var made = anna.post("/rosters", json(TWO));
            assertThat(made.status()).isEqualTo(201);
            var path = "/rosters/" + made.field("id");
            var first = made.json().path("entries").path(0);
            assertThat(first.path("player").asText()).isEqualTo("Aya");
            assertThat(first.path("builds").toString()).isEqualTo(json("['firebrand-heal','willbender-dps']"));
            assertThat(first.path("present").asBoolean()).isTrue();
            var outline = anna.get("/rosters").json().path("items").path(0);
            assertThat(outline.path("players").asInt()).isEqualTo(2);
            assertThat(outline.path("present").asInt()).isEqualTo(1);

            var entry = path + "/entries/" + first.path("id").asText();
            var added = anna.post(path + "/entries", json("{'player':'Cid','builds':['firebrand-heal']}"));
            assertThat(added.status()).isEqualTo(201);
            assertThat(anna.unchanged(made).send("DELETE", entry, "").status()).isEqualTo(412);
            assertThat(anna.unchanged(added)
                            .send("PUT", entry, json("{'player':'Ayla'}"))
                            .field("player"))
                    .isEqualTo("Ayla");
            assertThat(players(anna, path)).containsExactly("Ayla", "Bor", "Cid");
            assertThat(anna.send("DELETE", entry, "").status()).isEqualTo(204);
            assertThat(anna.send("DELETE", entry, "").status()).isEqualTo(404);
            assertThat(anna.get(path + "/entries?limit=1")
                            .json()
                            .path("next_cursor")
                            .asText())
                    .isNotEmpty();
            var renamed = anna.send("PUT", path, json("{'name':'Reset night'}"));
            assertThat(renamed.json().path("entries")).hasSize(2);
            assertThat(anna.send("DELETE", path, "").status()).isEqualTo(204);
            assertThat(anna.get(path).status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void aPastedListAddsWhoIsNewAndMarksWhoIsKnown(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var path = "/rosters/" + anna.post("/rosters", json(TWO)).field("id");
            var pasted = anna.post(
                    path + "/entries/paste",
                    json("{'text':'BOR, Dot.1234\\n\\nEli d\\u00e9lu ; Fen','builds':['tempest-heal']}"));
            assertThat(pasted.status()).isEqualTo(200);
            assertThat(pasted.json().path("added")).hasSize(3);
            assertThat(pasted.json().path("known").path(0).path("player").asText())
                    .isEqualTo("Bor");
            assertThat(players(anna, path)).containsExactly("Aya", "Bor", "Dot.1234", "Eli délu", "Fen");
            assertThat(here(anna, path)).isEqualTo(5);
            var few = anna.send("PUT", path + "/present", json("{'players':['aya','Fen']}"));
            assertThat(few.status()).isEqualTo(200);
            assertThat(here(anna, path)).isEqualTo(2);
        }
    }

    @OnBothEngines
    void whatIsWrongIsNamedByItsPlaceAndNothingIsChanged(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var doubled = anna.post("/rosters", json("{'name':'x','entries':[{'player':'Aya'},{'player':'aYa '}]}"));
            assertThat(doubled.status()).isEqualTo(422);
            assertThat(doubled.pointers()).containsExactly("/entries/1/player");
            var unknown = anna.post(
                    "/rosters",
                    json(
                            "{'name':'','entries':[{'player':'Aya','builds':['firebrand-heal','no-such','firebrand-heal']}]}"));
            assertThat(unknown.pointers()).containsExactly("/entries/0/builds/1", "/entries/0/builds/2", "/name");
            assertThat(anna.post("/rosters", json("{'name':'x','entries':[null]}"))
                            .pointers())
                    .containsExactly("/entries/0");
            assertThat(anna.get("/rosters").json().path("items")).isEmpty();

            var made = anna.post("/rosters", json(TWO));
            var path = "/rosters/" + made.field("id");
            assertThat(anna.post(path + "/entries", json("{'player':'AYA'}")).pointers())
                    .containsExactly("/player");
            var twice = anna.post(path + "/entries/paste", json("{'text':'Dot,Eli,dot'}"));
            assertThat(twice.pointers()).containsExactly("/text");
            assertThat(twice.json().path("errors").path(0).path("detail").asText())
                    .contains("number 3, dot, is the same as number 1");
            var many = IntStream.range(0, 501).mapToObj(i -> "P" + i).collect(Collectors.joining(","));
            assertThat(anna.post(path + "/entries/paste", json("{'text':'" + many + "'}"))
                            .pointers())
                    .containsExactly("/text");
            var full = IntStream.range(0, 499).mapToObj(i -> "P" + i).collect(Collectors.joining(","));
            assertThat(anna.post(path + "/entries/paste", json("{'text':'" + full + "'}"))
                            .problem())
                    .isEqualTo("roster-full");
            assertThat(anna.send("PUT", path + "/present", json("{'players':['Aya','ghost']}"))
                            .pointers())
                    .containsExactly("/players/1");
            assertThat(anna.get(path).text()).isEqualTo(made.text());
        }
    }

    @OnBothEngines
    void theTeamSeesARosterAndItsEditorsChangeIt(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var team = anna.post("/teams", json("{'name':'Night watch'}")).field("id");
            for (var member : List.of("bob:viewer", "cora:editor")) {
                var parts = member.split(":");
                anna.post(
                        "/teams/" + team + "/members",
                        json("{'username':'%s','role':'%s'}".formatted(parts[0], parts[1])));
            }
            var body = json(TWO.replace("{'name'", "{'team_id':'" + team + "','name'"));
            var path = "/rosters/" + house.as("cora").post("/rosters", body).field("id");
            assertThat(house.as("dan").get(path).status()).isEqualTo(404);
            assertThat(house.as("bob").get(path).status()).isEqualTo(200);
            assertThat(house.as("bob").get("/rosters?team_id=" + team).json().path("items"))
                    .hasSize(1);
            assertThat(house.as("bob")
                            .post(path + "/entries", json("{'player':'X'}"))
                            .status())
                    .isEqualTo(403);
            assertThat(house.as("bob").send("DELETE", path, "").status()).isEqualTo(403);
            assertThat(anna.post(path + "/entries", json("{'player':'X'}")).status())
                    .isEqualTo(201);
            assertThat(house.as("bob").post("/rosters", body).pointers()).containsExactly("/team_id");
        }
    }

    @OnBothEngines
    void savedBuildsCountAsWhatPeoplePlay(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.context.builds().put("b1", new Outline("b1", "My book", "Guardian", List.of(42, 0, 62), "healer"));
            house.context.builds().put("b2", new Outline("b2", "Core", "Guardian", List.of(42, 0, 13), ""));
            var anna = house.as("anna");
            assertThat(anna.post("/rosters", json("{'name':'x','entries':[{'player':'Aya','builds':['b1']}]}"))
                            .status())
                    .isEqualTo(201);
            assertThat(anna.post("/rosters", json("{'name':'x','entries':[{'player':'Aya','builds':['b2']}]}"))
                            .pointers())
                    .containsExactly("/entries/0/builds/0");
        }
    }

    private static List<String> players(Client client, String path) {
        return client.get(path).json().path("entries").findValuesAsText("player");
    }

    private static long here(Client client, String path) {
        return client.get(path).json().path("entries").findValuesAsText("present").stream()
                .filter("true"::equals)
                .count();
    }
}
