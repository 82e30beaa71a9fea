package org.wvwbuilder.squads.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import org.wvwbuilder.squads.House;
import org.wvwbuilder.squads.Lent;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class JudgementTests {
    private static final String WEAKER = """
            {'profession':'Guardian','specialization':'Firebrand','specialization_id':62,'role':'primary-support',
             'capabilities':{'stability':2,'heal':2,'might':0},'confidence':'sourced','sources':['our own logs'],
             'judged':'2026-11-01','game_build':170123}""";

    @OnBothEngines
    void commandersJudgeAnewAndTakeItBack(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var cora = house.as("cora");
            var shipped = house.as("bob").get("/archetypes/firebrand-heal");
            assertThat(shipped.json().path("shipped").asBoolean()).isTrue();
            assertThat(shipped.json().path("capabilities").path("stability").asInt())
                    .isEqualTo(3);
            assertThat(shipped.json().path("sources")).isNotEmpty();
            assertThat(house.as("bob")
                            .send("PUT", "/archetypes/firebrand-heal", json(WEAKER))
                            .status())
                    .isEqualTo(403);
            var changed = cora.unchanged(shipped).send("PUT", "/archetypes/firebrand-heal", json(WEAKER));
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json().path("capabilities").toString()).isEqualTo(json("{'stability':2,'heal':2}"));
            assertThat(changed.json().path("game_build").asInt()).isEqualTo(170123);
            assertThat(changed.json().path("judged").asText()).isEqualTo("2026-11-01");
            assertThat(changed.field("changed_by")).isEqualTo(Lent.id("cora"));
            assertThat(cora.unchanged(shipped)
                            .send("PUT", "/archetypes/firebrand-heal", json(WEAKER))
                            .status())
                    .isEqualTo(412);
            var list = house.as("bob").get("/archetypes").json().path("items");
            assertThat(list.findValuesAsText("id")).doesNotHaveDuplicates().contains("firebrand-heal");
            assertThat(cora.send("DELETE", "/archetypes/firebrand-heal", "").status())
                    .isEqualTo(204);
            assertThat(cora.get("/archetypes/firebrand-heal").text()).isEqualTo(shipped.text());
        }
    }

    @OnBothEngines
    void manyRowsAreSavedTogetherOrNotAtAll(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var cora = house.as("cora");
            var before = cora.get("/archetypes").json().path("items").size();
            var row = WEAKER.strip().substring(1);
            var bad = "{'items':[{'id':'our-own'," + row + ",{'id':'Not good','capabilities':{'laziness':9}}]}";
            var refused = cora.send("PUT", "/archetypes", json(bad));
            assertThat(refused.pointers())
                    .contains("/items/1/id", "/items/1/profession", "/items/1/capabilities/laziness");
            assertThat(cora.get("/archetypes").json().path("items")).hasSize(before);
            var good = "{'items':[{'id':'our-own'," + row + ",{'id':'our-second'," + row + "]}";
            assertThat(cora.send("PUT", "/archetypes", json(good)).json().path("items"))
                    .hasSize(before + 2);
            assertThat(cora.send("DELETE", "/archetypes/our-own", "").status()).isEqualTo(204);
            assertThat(cora.get("/archetypes/our-own").status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void ruleSetsAreDataOfTheGuild(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var cora = house.as("cora");
            assertThat(cora.get("/rule-sets").json().path("items").findValuesAsText("id"))
                    .containsExactly("zerg", "guild", "havoc", "roam");
            var zerg = cora.get("/rule-sets/zerg");
            assertThat(zerg.json().path("subgroup").path(0).toString())
                    .isEqualTo(json("{'capability':'stability','need':3,'weight':10}"));
            var body = json("""
                    {'title':'Our zerg','fewest_players':20,'most_players':50,
                     'subgroup':[{'capability':'stability','need':3,'weight':10},{'capability':'cleanse','need':2}],
                     'squad':[{'capability':'strip','need':30,'weight':2}]}""");
            assertThat(house.as("anna").send("PUT", "/rule-sets/zerg", body).status())
                    .isEqualTo(403);
            var changed = cora.send("PUT", "/rule-sets/zerg", body);
            assertThat(changed.field("title_fr")).isEqualTo("Our zerg");
            assertThat(changed.json().path("subgroup").path(1).path("weight").asInt())
                    .isEqualTo(1);
            var refused = cora.send("PUT", "/rule-sets/zerg", json("""
                    {'title':'x','fewest_players':9,'most_players':60,'subgroup':[{'capability':'luck','need':1},
                     {'capability':'might','need':99},{'capability':'heal','need':1,'weight':0},
                     {'capability':'fury','need':1},{'capability':'fury','need':2}]}"""));
            assertThat(refused.pointers())
                    .containsExactly(
                            "/most_players",
                            "/subgroup/0/capability",
                            "/subgroup/1/need",
                            "/subgroup/2/weight",
                            "/subgroup/4/capability");
            assertThat(cora.get("/rule-sets/zerg").text()).isEqualTo(changed.text());
            assertThat(cora.send("DELETE", "/rule-sets/zerg", "").status()).isEqualTo(204);
            assertThat(cora.get("/rule-sets/zerg").text()).isEqualTo(zerg.text());
        }
    }
}
