package org.wvwbuilder.squads.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wvwbuilder.plugin.SavedBuilds.Outline;
import org.wvwbuilder.squads.Client;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SolveTests {
    private static final String RUN = "/compositions/optimize/runs/board-1";
    private static final String ROSTER = """
            {'roster':[{'player':'Aya','builds':['willbender-dps','luminary-valor']},
             {'player':'Bor','builds':['firebrand-heal']},{'player':'Cid','builds':['firebrand-heal','dragonhunter-dps']},
             {'player':'Dot','builds':['tempest-heal']},{'player':'Eli','builds':['tempest-heal']},
             {'player':'Fen','builds':['scrapper-heal']},{'player':'Gus','builds':['scourge-power']},
             {'player':'Hal','builds':['scourge-power']},{'player':'Ivy','builds':['herald-boon']},
             {'player':'Jon','builds':['herald-boon','vindicator-power']}],'groups':2,
             'rules':{'stability':3,'cleanse':3,'heal':2},'squad':{'strip':6},'seed':7%s}""";

    @OnBothEngines
    void aListOfPlayersBecomesASquadThatHolds(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var solved = house.as("anna").post("/compositions/optimize", request(",'locks':{'Bor':2}"));
            assertThat(solved.status()).as(solved.text()).isEqualTo(200);
            assertThat(solved.json().path("feasible").asBoolean())
                    .as(solved.text())
                    .isTrue();
            assertThat(solved.json().path("groups")).hasSize(2);
            assertThat(solved.json().path("groups").path(1).toString()).contains("Bor:firebrand-heal");
            assertThat(solved.json().path("coverage")).hasSize(2 * 3 + 1);
            var strip = solved.json().path("coverage").path(6);
            assertThat(strip.path("rule").asText()).isEqualTo("strip");
            assertThat(strip.path("subgroup").isNull()).isTrue();
            assertThat(strip.path("sources").path(0).path("build").asText()).isEqualTo("scourge-power");
            assertThat(solved.json().path("unmet")).isEmpty();
            assertThat(solved.json().path("bench")).isEmpty();
            assertThat(solved.json().path("seed").asInt()).isEqualTo(7);
            var again = house.as("anna").post("/compositions/optimize", request(",'locks':{'Bor':2}"));
            assertThat(again.json().path("groups")).isEqualTo(solved.json().path("groups"));
        }
    }

    @OnBothEngines
    void aRosterThatCannotHoldGetsAPlanWithWhatIsMissingAndWhoCouldLearnIt(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var solved = house.as("anna").post("/compositions/optimize", json("""
                    {'roster':[{'player':'Aya','builds':['willbender-dps']},{'player':'Gus','builds':['scourge-power']}],
                     'groups':1,'rules':{'stability':3},'squad':{}}"""));
            assertThat(solved.json().path("feasible").asBoolean()).isFalse();
            assertThat(solved.json().path("unmet").toString())
                    .isEqualTo(json("[{'subgroup':1,'rule':'stability','have':0,'need':3}]"));
            assertThat(solved.json().path("suggestions").path(0).path("player").asText())
                    .isEqualTo("Aya");
            var lessons = house.as("anna").post("/compositions/optimize/lessons", json("""
                    {'roster':[{'player':'Aya','builds':['willbender-dps']},{'player':'Gus','builds':['scourge-power']}],
                     'groups':1,'rules':{'stability':3},'squad':{}}"""));
            assertThat(lessons.json().path("learn")).hasSize(1);
            assertThat(lessons.json().path("learn").path(0).path("player").asText())
                    .isEqualTo("Aya");
            assertThat(lessons.json().path("complete").asBoolean()).isTrue();
            assertThat(lessons.json().path("minimal").asBoolean()).isTrue();
        }
    }

    @OnBothEngines
    void whatAPlayerIsReadyForComesFirst(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            assertThat(plays(anna, "", "")).isEqualTo("willbender-dps");
            assertThat(plays(anna, "'proficiency':{'willbender-dps':2}", "")).isEqualTo("luminary-valor");
            assertThat(plays(anna, "'gear_missing':['willbender-dps']", "")).isEqualTo("luminary-valor");
            assertThat(plays(anna, "'gear_missing':['willbender-dps']", ",'builds':{'Aya':'willbender-dps'}"))
                    .isEqualTo("willbender-dps");
            assertThat(plays(anna, "'gear_missing':['willbender-dps','luminary-valor']", ""))
                    .isEqualTo("willbender-dps");
            assertThat(plays(anna, "'proficiency':{'luminary-valor':1}", ",'rules':{'stability':3}"))
                    .as("a rule outranks preferences")
                    .isEqualTo("luminary-valor");
            var wrong = anna.post(
                    "/compositions/optimize",
                    alone("'proficiency':{'willbender-dps':4,'weaver-dps':1},'gear_missing':['weaver-dps']", ""));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.text())
                    .contains(
                            "/roster/0/proficiency/willbender-dps",
                            "/roster/0/proficiency/weaver-dps",
                            "/roster/0/gear_missing/0");
            var roster = anna.post("/rosters", json("""
                            {'name':'Reset','entries':[{'player':'Aya','builds':['willbender-dps','luminary-valor'],
                             'proficiency':{'willbender-dps':1},'gear_missing':['luminary-valor']}]}"""));
            var saved = anna.get("/rosters/" + roster.field("id"))
                    .json()
                    .path("entries")
                    .path(0);
            assertThat(saved.path("proficiency").path("willbender-dps").asInt()).isEqualTo(1);
            assertThat(saved.path("gear_missing").path(0).asText()).isEqualTo("luminary-valor");
            var body = json("{'roster_id':'" + roster.field("id") + "','rules':{},'squad':{}}");
            assertThat(anna.post("/compositions/optimize", body)
                            .json()
                            .path("groups")
                            .toString())
                    .isEqualTo(json("[['Aya:willbender-dps']]"));
            assertThat(anna.post("/rosters", json("""
                            {'name':'Other','entries':[{'player':'Aya','builds':['willbender-dps'],
                             'gear_missing':['luminary-valor']}]}""")).text()).contains("/entries/0/gear_missing/0");
        }
    }

    private static String plays(Client client, String readiness, String more) {
        var groups = client.post("/compositions/optimize", alone(readiness, more))
                .json()
                .path("groups");
        return groups.path(0).path(0).asText().replace("Aya:", "");
    }

    private static String alone(String readiness, String more) {
        return json("{'roster':[{'player':'Aya','builds':['willbender-dps','luminary-valor']"
                + (readiness.isEmpty() ? "" : "," + readiness)
                + "}],'groups':1,'squad':{}"
                + (more.contains("'rules'") ? "" : ",'rules':{}")
                + more
                + "}");
    }

    @OnBothEngines
    void aSavedRosterBringsWhoIsHereAndSavedBuildsCount(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.context.builds().put("b1", new Outline("b1", "My book", "Guardian", List.of(42, 0, 62), "healer"));
            var anna = house.as("anna");
            var id = anna.post("/rosters", json("""
                            {'name':'Reset','entries':[{'player':'Aya','builds':['b1']},
                             {'player':'Bor','builds':['scourge-power'],'present':false},
                             {'player':'Cid','builds':['tempest-heal']}]}""")).field("id");
            var solved = anna.post("/compositions/optimize", json("{'roster_id':'" + id + "','rule_set':'roam'}"));
            assertThat(solved.json().path("groups").toString()).isEqualTo(json("[['Aya:b1','Cid:tempest-heal']]"));
            assertThat(house.as("bob")
                            .post("/compositions/optimize", json("{'roster_id':'" + id + "'}"))
                            .status())
                    .isEqualTo(404);
            anna.post("/rosters/" + id + "/entries", json("{'player':'Dot'}"));
            var without = anna.post("/compositions/optimize", json("{'roster_id':'" + id + "'}"));
            assertThat(without.pointers()).containsExactly("/roster_id");
            assertThat(without.text()).contains("Dot needs 1 to 20 builds");
        }
    }

    @OnBothEngines
    void whatIsWrongIsNamedByItsPlace(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            refused(anna, "{'roster':[]}", "/roster");
            refused(anna, "{'roster':[{'player':'Aya','builds':['x']}]}", "/roster/0/builds/0");
            refused(
                    anna,
                    "{'roster':[{'player':'Aya','builds':['scourge-power']},{'player':'aya','builds':['scourge-power']}]}",
                    "/roster/1/player");
            var many = IntStream.range(0, 51)
                    .mapToObj(i -> "{'player':'P" + i + "','builds':['scourge-power']}")
                    .collect(Collectors.joining(","));
            refused(anna, "{'roster':[" + many + "]}", "/roster");
            refused(anna, request(",'locks':{'Ghost':1}"), "/locks/Ghost");
            refused(anna, request(",'locks':{'Aya':3}"), "/locks/Aya");
            refused(anna, request(",'locks':{'Aya':1,'Bor':2},'together':[['Aya','Bor']]"), "/together/0");
            refused(anna, request(",'locks':{'Aya':1,'Bor':1},'apart':[['Aya','Bor']]"), "/apart/0");
            refused(anna, request(",'locks':{'Aya':2},'commander':'Aya'"), "/commander");
            refused(anna, request(",'previous':[['A:x','B:x','C:x','D:x','E:x','F:x']]"), "/previous/0");
            refused(anna, request(",'previous':[['nobuild']]"), "/previous/0/0");
            refused(anna, request(",'time_limit_ms':31000"), "/time_limit_ms");
            refused(anna, request(",'rule_set':'picnic'"), "/rule_set");
            refused(anna, ROSTER.formatted("").replace("'stability':3", "'luck':3"), "/rules/luck");
            refused(anna, ROSTER.formatted("").replace("'strip':6", "'strip':151"), "/squad/strip");
            refused(anna, ROSTER.formatted("").replace("'groups':2", "'groups':11"), "/groups");
            assertThat(house.anyone().post("/compositions/optimize", "{}").status())
                    .isEqualTo(401);
        }
    }

    @OnBothEngines
    void aPlainRequestIsCancelledByTheNameOfItsRun(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var elsewhere = Executors.newSingleThreadExecutor()) {
            var endless = json("{'roster':["
                    + IntStream.range(0, 50)
                            .mapToObj(i -> "{'player':'P" + i + "','builds':['scourge-power','reaper-power']}")
                            .collect(Collectors.joining(","))
                    + "],'rules':{'stability':3,'heal':9},'time_limit_ms':30000,'run':'board-1'}");
            var answer = elsewhere.submit(() -> house.as("anna").post("/compositions/optimize", endless));
            int cancelled = 404;
            while (cancelled == 404 && !answer.isDone()) {
                assertThat(house.as("bob").send("DELETE", RUN, "").status()).isEqualTo(404);
                cancelled = house.as("anna").send("DELETE", RUN, "").status();
            }
            assertThat(cancelled).isEqualTo(204);
            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(409);
            assertThat(answer.get().problem()).isEqualTo("cancelled");
            assertThat(house.as("anna").send("DELETE", RUN, "").status()).isEqualTo(404);
            assertThat(house.anyone().send("DELETE", RUN, "").status()).isEqualTo(401);
            assertThat(house.as("anna")
                            .post("/compositions/optimize", request(",'run':'board-1'"))
                            .status())
                    .as("a core is free again")
                    .isEqualTo(200);
            refused(house.as("anna"), request(",'run':'no/slash'"), "/run");
        }
    }

    @OnBothEngines
    void theStreamTellsProgressAndThenThePlan(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var told = house.as("anna").post("/compositions/optimize/stream", request(""));
            assertThat(told.header("Content-Type")).startsWith("text/event-stream");
            assertThat(told.text()).startsWith("event: progress\ndata: {\"state\":");
            assertThat(told.text()).containsOnlyOnce("event: done\ndata: {\"feasible\":true,\"groups\":[[");
            assertThat(told.text()).endsWith("}\n\n");
            var refused = house.as("anna").post("/compositions/optimize/stream", request(",'groups':0"));
            assertThat(refused.status()).isIn(400, 422);
        }
    }

    private static void refused(Client client, String body, String pointer) {
        var answer = client.post("/compositions/optimize", json(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.pointers()).as(answer.text()).containsExactly(pointer);
    }

    private static String request(String more) {
        return json(ROSTER.formatted(more));
    }
}
