package org.wvwbuilder.squads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class SquadsPluginTests {
    private static final Identity ANNA = new Identity(Lent.id("anna"), "anna", Set.of(Roles.MEMBER), "s");

    @OnBothEngines
    void theDashboardHearsOfCompositionsAndTeams(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            anna.post("/teams", json("{'name':'Night watch'}"));
            var old = anna.post("/compositions", json("{'name':'Old'}")).field("id");
            house.clock.advance(Duration.ofDays(40));
            anna.post("/compositions", json("{'name':'New','subgroups':[{'slots':[{'player':'Aya'}]}]}"));
            var source = house.offer(ActivitySource.class);
            assertThat(source.totals(ANNA)).isEqualTo(Map.of("compositions", 2L, "teams", 1L));
            var now = house.clock.instant();
            var since = now.minus(Duration.ofDays(30));
            assertThat(source.between(ANNA, since, now)).isEqualTo(1);
            assertThat(source.between(ANNA, since, now.minusMillis(1))).isZero();
            assertThat(source.between(ANNA, now, now.plusMillis(1))).isZero();
            var newest = source.newest(ANNA, 1).getFirst();
            assertThat(newest.title()).isEqualTo("New");
            assertThat(newest.type()).isEqualTo("composition-created");
            assertThat(newest.description()).isEqualTo("A new composition with one player.");
            anna.send("PATCH", "/compositions/" + old, json("{'name':'Changed'}"));
            assertThat(source.between(ANNA, since, now)).isEqualTo(2);
        }
    }

    @OnBothEngines
    void peopleTakeTheirSquadsAlongAndADeletedAccountLeavesOnlyWhatItsTeamShares(TestDatabase database)
            throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var team = anna.post("/teams", json("{'name':'Night watch'}")).field("id");
            anna.post("/teams/" + team + "/members", json("{'username':'bob','role':'editor'}"));
            var with = ",'team_id':'" + team + "'";
            anna.post("/rosters", json("{'name':'Own','entries':[{'player':'Aya'}]}"));
            var roster =
                    anna.post("/rosters", json("{'name':'Shared'" + with + "}")).field("id");
            anna.post("/compositions", json("{'name':'Open','visibility':'public'}"));
            var shared = anna.post("/compositions", json("{'name':'Shared','visibility':'team'" + with + "}"))
                    .field("id");
            var data = house.offer(PersonalData.class).of(Lent.id("anna"));
            assertThat(data.map(one -> one.get("kind")))
                    .containsExactly("membership", "roster", "roster", "composition", "composition");
            house.delete("anna");
            assertThat(house.offer(PersonalData.class).of(Lent.id("anna"))).isEmpty();
            anna.post("/rosters", json("{'name':'Asked for before, saved after'}"));
            house.offer(PersonalData.class).forget(Lent.id("anna"));
            assertThat(house.offer(PersonalData.class).of(Lent.id("anna"))).isEmpty();
            assertThat(anna.get("/compositions").json().path("items")).isEmpty();
            assertThat(house.anyone().get("/compositions").json().path("items")).isEmpty();
            assertThat(house.anyone().get("/compositions/" + shared).status()).isEqualTo(404);
            var bob = house.as("bob");
            assertThat(bob.get("/compositions").json().path("items")).hasSize(1);
            assertThat(bob.send("PATCH", "/compositions/" + shared, json("{'name':'Ours'}"))
                            .status())
                    .isEqualTo(200);
            assertThat(bob.get("/rosters/" + roster).json().path("owner_id").isNull())
                    .isTrue();
            assertThat(bob.get("/teams/" + team).field("role")).isEqualTo("owner");
            assertThat(bob.send("DELETE", "/teams/" + team, "").status()).isEqualTo(204);
            assertThat(rows(house, "squads_compositions") + rows(house, "squads_rosters"))
                    .isZero();
            assertThat(rows(house, "squads_history") + rows(house, "squads_members"))
                    .isZero();
        }
    }

    @OnBothEngines
    void aDemoGuildHasItsCompositionsAndTheSameSeedMakesTheSame(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var other = TestDatabase.sqlite();
                var again = House.of(other)) {
            var demo = house.offer(DemoData.class);
            assertThat(demo.empty()).isTrue();
            var lines = new ArrayList<String>();
            assertThat(demo.fill(guild(), lines::add)).isEqualTo(Map.of("compositions", 1_500, "teams", 2));
            assertThat(demo.empty()).isFalse();
            assertThat(lines).hasSize(2);
            again.offer(DemoData.class).fill(guild(), lines::add);
            var list = "/compositions?owner=me&sort=updated";
            var mine = house.as("anna").get(list).json().path("items");
            assertThat(mine).hasSize(13);
            assertThat(mine.findValuesAsText("name"))
                    .isEqualTo(again.as("anna").get(list).json().path("items").findValuesAsText("name"));
            var whole = house.as("anna")
                    .get("/compositions/" + mine.path(0).path("id").asText());
            assertThat(whole.json().path("unknown_builds")).isEmpty();
            assertThat(house.as("anna")
                            .get("/teams")
                            .json()
                            .path("items")
                            .path(0)
                            .path("members")
                            .asInt())
                    .isEqualTo(50);
            var roster = house.as("anna").get("/rosters").json().path("items").path(0);
            var solved = house.as("anna")
                    .post(
                            "/compositions/optimize",
                            json("{'roster_id':'" + roster.path("id").asText() + "'}"));
            assertThat(solved.status()).as(solved.text()).isEqualTo(200);
        }
    }

    private static int rows(House house, String table) {
        return house.context.database().read(connection -> {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT count(*) FROM " + table)) {
                found.next();
                return found.getInt(1);
            }
        });
    }

    private static DemoData.Guild guild() {
        List<DemoData.Person> people = IntStream.range(0, 120)
                .mapToObj(i -> new DemoData.Person(
                        i == 0 ? Lent.id("anna") : "p" + i, "user" + i, "user" + i + "@example.org", "member"))
                .toList();
        return new DemoData.Guild(42, people, "secret of the test", 0, 1_500);
    }
}
