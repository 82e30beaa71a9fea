package org.wvwbuilder.squads.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;
import static org.wvwbuilder.squads.composition.Samples.body;
import static org.wvwbuilder.squads.composition.Samples.path;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.wvwbuilder.plugin.event.CompositionSaved;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.squads.Lent;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What becomes of a composition that is changed: by several at once, and back to what it was. */
class EditingTests {

    @OnBothEngines
    void theSecondOfTwoEditorsSeesBothStates(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var team = anna.post("/teams", json("{'name':'Night watch'}")).field("id");
            anna.post("/teams/" + team + "/members", json("{'username':'bob','role':'editor'}"));
            var made = anna.post("/compositions", body(",'visibility':'team','team_id':'" + team + "'"));
            var bobs = house.as("bob").unchanged(made).send("PATCH", path(made), json("{'name':'Of Bob'}"));
            assertThat(bobs.status()).as(bobs.text()).isEqualTo(200);
            assertThat(bobs.field("changed_by")).isEqualTo(Lent.id("bob"));
            var late = anna.unchanged(made).send("PATCH", path(made), json("{'name':'Of Anna'}"));
            assertThat(late.status()).isEqualTo(412);
            assertThat(late.problem()).isEqualTo("stale");
            assertThat(late.json().path("current").path("name").asText()).isEqualTo("Of Bob");
            assertThat(late.json().path("current").path("version").asInt()).isEqualTo(2);
            assertThat(late.json().path("yours").path("name").asText()).isEqualTo("Of Anna");
            assertThat(late.header("ETag")).isEqualTo(bobs.header("ETag"));
            assertThat(anna.get(path(made)).field("name")).isEqualTo("Of Bob");
            assertThat(house.context.events())
                    .filteredOn(CompositionSaved.class::isInstance)
                    .extracting(event -> ((CompositionSaved) event).name() + " " + ((CompositionSaved) event).created())
                    .as("a refused change is none")
                    .containsExactly(made.field("name") + " true", "Of Bob false");
            assertThat(anna.unchanged(late)
                            .send("PATCH", path(made), json("{'name':'Of Anna'}"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @OnBothEngines
    void ofManyEditorsAtOnceEachIsSavedWholeOrTold(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var threads = Executors.newFixedThreadPool(8)) {
            var anna = house.as("anna");
            var made = anna.post("/compositions", body(""));
            var answers = IntStream.range(0, 24)
                    .mapToObj(
                            i -> threads.submit(() -> anna.send("PATCH", path(made), json("{'name':'Try " + i + "'}"))))
                    .toList();
            int saved = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isIn(200, 412);
                if (answer.get().status() == 200) saved++;
            }
            assertThat(saved).isPositive();
            assertThat(anna.get(path(made)).json().path("version").asInt()).isEqualTo(saved + 1);
            assertThat(anna.get(path(made) + "/history").json().path("items")).hasSize(saved + 1);
        }
    }

    @OnBothEngines
    void everyVersionIsKeptAndCanBeRestored(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var made = anna.post("/compositions", body(""));
            house.clock.advance(Duration.ofMinutes(1));
            anna.send("PATCH", path(made), json("{'name':'Two'}"));
            var three = anna.send("PUT", path(made), json("{'name':'Three','subgroups':[]}"));
            assertThat(three.json().path("tags")).isEmpty();
            var history = anna.get(path(made) + "/history").json().path("items");
            assertThat(history.findValuesAsText("name")).containsExactly("Three", "Two", "Reset");
            assertThat(history.path(0).path("changes").asInt()).isEqualTo(3);
            assertThat(history.path(0).path("changed_by").path("username").asText())
                    .isEqualTo("anna");
            var first = anna.get(path(made) + "/history?limit=2").json();
            var rest = anna.get(path(made) + "/history?limit=2&cursor="
                    + first.path("next_cursor").asText());
            assertThat(rest.json().path("items").findValuesAsText("name")).containsExactly("Reset");
            assertThat(anna.get(path(made) + "/history/1").field("name")).isEqualTo("Reset");
            assertThat(anna.unchanged(made)
                            .post(path(made) + "/restore", json("{'version':1}"))
                            .status())
                    .isEqualTo(412);
            assertThat(anna.post(path(made) + "/restore", json("{'version':9}")).pointers())
                    .containsExactly("/version");
            var restored = anna.unchanged(three).post(path(made) + "/restore", json("{'version':1}"));
            assertThat(restored.json().path("version").asInt()).isEqualTo(4);
            assertThat(restored.json().path("subgroups")).isEqualTo(made.json().path("subgroups"));
            assertThat(anna.get(path(made) + "/history").json().path("items")).hasSize(4);
        }
    }
}
