package org.wvwbuilder.squads.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wvwbuilder.plugin.SavedBuilds;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class PlayableTests {
    @OnBothEngines
    void anIdSaysWhatItStandsForAndWhatNobodyMaySeeIsLeftOut(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.context
                    .builds()
                    .put("b1", new SavedBuilds.Outline("b1", "My Firebrand", "Guardian", List.of(1, 62), "healer"));
            var anna = house.as("anna");
            var items = anna.get("/playables?id=b1&id=scourge-power&id=nothing&id=b1")
                    .json()
                    .path("items");
            assertThat(items.findValuesAsText("id")).containsExactly("b1", "scourge-power");
            assertThat(items.findValuesAsText("label")).containsExactly("My Firebrand", "Scourge Power");
            assertThat(items.path(0).path("specialization").asText()).isEqualTo("Firebrand");
            assertThat(items.path(0).path("capabilities").path("stability").asInt())
                    .isEqualTo(3);
            assertThat(anna.get("/playables").json().path("items")).isEmpty();
            var many = IntStream.range(0, 201).mapToObj(i -> "id=x" + i).collect(Collectors.joining("&"));
            assertThat(anna.get("/playables?" + many).status()).isEqualTo(422);
            assertThat(house.anyone().get("/playables?id=b1").status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void aCompositionSaysWhatItsBuildsAreAndWhoMayChangeIt(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var made = house.as("anna").post("/compositions", json("""
                    {'name':'Open','visibility':'public','subgroups':[{'slots':[
                     {'player':'Aya','build':'firebrand-heal'},{'player':'Bor','build':'firebrand-heal'}]}]}"""));
            assertThat(made.json().path("builds").findValuesAsText("id")).containsExactly("firebrand-heal");
            assertThat(made.json().path("editable").asBoolean()).isTrue();
            var seen = house.anyone().get("/compositions/" + made.field("id"));
            assertThat(seen.json().path("builds").findValuesAsText("profession"))
                    .containsExactly("Guardian");
            assertThat(seen.json().path("editable").asBoolean()).isFalse();
        }
    }
}
