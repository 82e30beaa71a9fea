package org.wvwbuilder.squads.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;
import static org.wvwbuilder.squads.composition.Samples.body;
import static org.wvwbuilder.squads.composition.Samples.path;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wvwbuilder.squads.Client;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class CompositionTests {
    @OnBothEngines
    void aCompositionIsKeptWithTheCoverageOfToday(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var made = anna.post("/compositions", body(""));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().path("tags").toString()).isEqualTo(json("['zerg']"));
            assertThat(made.json().path("players").asInt()).isEqualTo(3);
            assertThat(made.json().path("subgroups")).hasSize(3);
            assertThat(made.json().path("subgroups").path(2).toString())
                    .isEqualTo(json("{'slots':[{'player':'','build':'tempest-heal'},{'player':'Dot','build':''}]}"));
            var stability = made.json().path("coverage").path(0);
            assertThat(stability.path("rule").asText()).isEqualTo("stability");
            assertThat(stability.path("have").asInt()).isEqualTo(3);
            assertThat(stability.path("sources").path(0).path("player").asText())
                    .isEqualTo("Aya");
            assertThat(made.json().path("unmet")).isNotEmpty();
            house.as("cora").send("PUT", "/archetypes/firebrand-heal", json("""
                    {'profession':'Guardian','specialization':'Firebrand','specialization_id':62,'role':'support',
                     'capabilities':{'stability':1}}"""));
            var later = anna.get(path(made));
            assertThat(later.json().path("coverage").path(0).path("have").asInt())
                    .isEqualTo(1);
            assertThat(anna.unchanged(later).send("DELETE", path(made), "").status())
                    .isEqualTo(204);
            assertThat(anna.get(path(made)).status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void onlyThoseSeeItWhoMay(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var own = anna.post("/compositions", body(""));
            var open = anna.post("/compositions", body(",'visibility':'public'"));
            assertThat(house.as("bob").get(path(own)).status()).isEqualTo(404);
            assertThat(house.as("bob").send("DELETE", path(own), "").status()).isEqualTo(404);
            assertThat(house.anyone().get(path(open)).status()).isEqualTo(200);
            assertThat(house.as("bob")
                            .send("PATCH", path(open), json("{'name':'x'}"))
                            .status())
                    .isEqualTo(403);
            assertThat(house.as("bob").get(path(own) + "/export").status()).isEqualTo(404);
            assertThat(house.as("bob").get("/compositions").json().path("items"))
                    .hasSize(1);
            assertThat(house.anyone().get("/compositions").json().path("items")).hasSize(1);
            assertThat(anna.get("/compositions").json().path("items")).hasSize(2);
            assertThat(house.as("bob").get("/compositions?owner=me").json().path("items"))
                    .isEmpty();

            var link = anna.post(path(own) + "/link", "");
            assertThat(link.status()).isEqualTo(201);
            assertThat(link.field("code")).hasSize(24);
            var shared = "/compositions/shared/" + link.field("code");
            assertThat(house.anyone().get(shared).field("name")).isEqualTo("Reset");
            assertThat(house.anyone().get(shared).json().path("share_code").isNull())
                    .isTrue();
            assertThat(anna.get(path(own)).field("share_code")).isEqualTo(link.field("code"));
            assertThat(house.anyone().get(shared + "/export?format=text").text())
                    .startsWith("Reset\n");
            assertThat(house.as("bob").post(path(open) + "/link", "").status()).isEqualTo(403);
            assertThat(anna.send("DELETE", path(own) + "/link", "").status()).isEqualTo(204);
            assertThat(house.anyone().get(shared).status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void whatIsWrongIsNamedByItsPlaceAndNothingIsChanged(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var six = IntStream.range(0, 6)
                    .mapToObj(i -> "{'player':'P" + i + "'}")
                    .collect(Collectors.joining(","));
            refused(anna, "{'name':'x','subgroups':[{'slots':[]},{'slots':[" + six + "]}]}", "/subgroups/1/slots");
            var eleven = IntStream.range(0, 11)
                    .mapToObj(g -> "{'slots':[{'player':'P" + g + "'}]}")
                    .collect(Collectors.joining(","));
            refused(anna, "{'name':'x','subgroups':[" + eleven + "]}", "/subgroups");
            refused(
                    anna,
                    "{'name':'x','subgroups':[{'slots':[{'player':'Aya'}]},{'slots':[{'player':'AYA'}]}]}",
                    "/subgroups/1/slots/0/player");
            refused(
                    anna,
                    "{'name':'x','subgroups':[{'slots':[{'player':'Aya','build':'no-such'}]}]}",
                    "/subgroups/0/slots/0/build");
            refused(anna, "{'name':'x','rule_set':'picnic'}", "/rule_set");
            refused(anna, "{'name':'x','visibility':'team'}", "/team_id");
            refused(anna, "{'name':'x','team_id':'not-mine'}", "/team_id");
            refused(anna, "{'name':'x','notes':'" + "> ".repeat(2_000) + "'}", "/notes");
            refused(anna, "{'name':'x','notes':'" + "x".repeat(10_001) + "'}", "/notes");
            refused(anna, "{'name':'x','tags':['']}", "/tags/0");
            refused(anna, "{'name':'x','from':'nobody'}", "/from");
            refused(anna, "{}", "/name");
            assertThat(anna.post("/compositions", json("{'name':'x','colour':'red'}"))
                            .status())
                    .isEqualTo(400);
            assertThat(anna.get("/compositions").json().path("items")).isEmpty();
            var made = anna.post("/compositions", body(""));
            assertThat(anna.send("PATCH", path(made), json("{'subgroups':[{'slots':[" + six + "]}]}"))
                            .status())
                    .isEqualTo(422);
            assertThat(anna.get(path(made)).text()).isEqualTo(made.text());
        }
    }

    @OnBothEngines
    void aTemplateIsStartedFromAndTwoAreCompared(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var template = anna.post("/compositions", body(",'template':true,'visibility':'public'"));
            var bobs = house.as("bob")
                    .post("/compositions", json("{'name':'Mine','from':'" + template.field("id") + "'}"));
            assertThat(bobs.json().path("subgroups")).isEqualTo(template.json().path("subgroups"));
            assertThat(bobs.field("visibility")).isEqualTo("private");
            assertThat(bobs.json().path("template").asBoolean()).isFalse();
            assertThat(anna.get("/compositions?template=true").json().path("items"))
                    .hasSize(1);
            assertThat(anna.get("/compositions?template=false").json().path("items"))
                    .isEmpty();
            house.as("bob").send("PATCH", path(bobs), json("""
                    {'subgroups':[{'slots':[{'player':'Aya','build':'luminary-valor'}]},
                     {'slots':[{'player':'Eli','build':'tempest-heal'}]}]}"""));
            var compared = house.as("bob")
                    .post(
                            "/compositions/compare",
                            json("{'left':{'id':'%s'},'right':{'id':'%s'}}"
                                    .formatted(template.field("id"), bobs.field("id"))));
            assertThat(compared.status()).as(compared.text()).isEqualTo(200);
            assertThat(compared.json().path("differences").findValuesAsText("player"))
                    .containsExactly("Aya", "Bor", "Dot", "Eli");
            assertThat(compared.json().path("differences").path(0).toString()).isEqualTo(json("""
                    {'player':'Aya','left':{'subgroup':1,'build':'firebrand-heal'},\
                    'right':{'subgroup':1,'build':'luminary-valor'}}"""));
            assertThat(compared.json().path("differences").path(1).path("right").isNull())
                    .isTrue();
            assertThat(compared.json().path("coverage").path(0).path("left").toString())
                    .isEqualTo(json("{'have':3,'need':3}"));
            var versions = house.as("bob")
                    .post(
                            "/compositions/compare",
                            json("{'left':{'id':'%1$s','version':1},'right':{'id':'%1$s'}}"
                                    .formatted(bobs.field("id"))));
            assertThat(versions.json().path("differences")).hasSize(4);
            assertThat(anna.post(
                                    "/compositions/compare",
                                    json("{'left':{'id':'%s'},'right':{'id':'%s'}}"
                                            .formatted(template.field("id"), bobs.field("id"))))
                            .pointers())
                    .containsExactly("/right");
        }
    }

    @OnBothEngines
    void theListIsFilteredSortedAndPaged(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            for (int i = 0; i < 5; i++) {
                house.clock.advance(Duration.ofMinutes(1));
                anna.post(
                        "/compositions",
                        json("{'name':'%s','rule_set':'%s','tags':['t%d']}"
                                .formatted("Plan " + (char) ('E' - i), i < 2 ? "havoc" : "zerg", i % 2)));
            }
            assertThat(names(anna, "")).containsExactly("Plan A", "Plan B", "Plan C", "Plan D", "Plan E");
            assertThat(names(anna, "&sort=name")).containsExactly("Plan A", "Plan B", "Plan C", "Plan D", "Plan E");
            assertThat(names(anna, "&sort=created")).containsExactly("Plan A", "Plan B", "Plan C", "Plan D", "Plan E");
            assertThat(names(anna, "&rule_set=havoc")).containsExactly("Plan D", "Plan E");
            assertThat(names(anna, "&tag=T1")).containsExactly("Plan B", "Plan D");
            assertThat(names(anna, "&q=plan%20c")).containsExactly("Plan C");
            assertThat(anna.get("/compositions?sort=luck").status()).isEqualTo(422);
        }
    }

    private static List<String> names(Client client, String filter) {
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = client.get("/compositions?limit=2" + filter + "&cursor=" + cursor)
                    .json();
            page.path("items").forEach(item -> names.add(item.path("name").asText()));
            cursor = page.path("next_cursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return names;
    }

    private static void refused(Client client, String body, String pointer) {
        var answer = client.post("/compositions", json(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.pointers()).as(answer.text()).containsExactly(pointer);
    }
}
