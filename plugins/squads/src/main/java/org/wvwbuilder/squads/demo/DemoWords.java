package org.wvwbuilder.squads.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.wvwbuilder.plugin.DemoData.Person;
import org.wvwbuilder.squads.composition.Details;
import org.wvwbuilder.squads.composition.Slot;
import org.wvwbuilder.squads.composition.Visibility;

/** Invents names, squads and what people play, the same ones for the same random choices. */
final class DemoWords {
    private static final List<String> TEAMS = List.of(
            "Night watch",
            "Day shift",
            "Border patrol",
            "Keep openers",
            "Camp runners",
            "Tower bells",
            "Second wind",
            "Bay guard",
            "Garrison",
            "Hill climbers");
    private static final List<String> OCCASIONS =
            List.of("Reset", "Tuesday raid", "Prime time", "Guild raid", "Night capping", "Training", "Sunday");
    private static final List<String> WAYS = List.of(
            "with heavy strip", "the usual", "few supports", "new players", "boon ball", "clouding", "second try");
    private static final List<String> TAGS = List.of("reset", "training", "defence", "attack", "pug", "tested");

    /** What a subgroup is made of, one of each line. */
    private static final List<List<String>> PLACES = List.of(
            List.of("firebrand-heal", "luminary-valor"),
            List.of("tempest-heal", "scrapper-heal", "druid-heal"),
            List.of("herald-boon", "chronomancer-support", "spellbreaker-support"),
            List.of("scourge-power", "spellbreaker-strip", "reaper-power"),
            List.of("willbender-dps", "vindicator-power", "harbinger-dps", "dragonhunter-dps"));

    private final SplittableRandom random;

    DemoWords(SplittableRandom random) {
        this.random = random;
    }

    String team(int number) {
        return TEAMS.get(number % TEAMS.size());
    }

    /** One to three things that somebody can play. */
    List<String> builds() {
        var builds = new ArrayList<String>();
        int first = random.nextInt(PLACES.size());
        for (int i = 0; i <= random.nextInt(3); i++) {
            builds.add(any(PLACES.get((first + i) % PLACES.size())));
        }
        return builds;
    }

    boolean here() {
        return random.nextInt(10) < 8;
    }

    Details composition(List<Person> people, Optional<String> team) {
        int groups = 1 + random.nextInt(10);
        var rules = groups == 1 ? "roam" : groups <= 3 ? "havoc" : groups <= 6 ? "guild" : "zerg";
        int start = random.nextInt(people.size());
        var subgroups = new ArrayList<List<Slot>>();
        for (int group = 0; group < groups; group++) {
            var slots = new ArrayList<Slot>();
            for (int place = 0; place < PLACES.size(); place++) {
                int seat = group * PLACES.size() + place;
                var player = seat < people.size()
                        ? people.get((start + seat) % people.size()).username()
                        : "";
                slots.add(new Slot(player, any(PLACES.get(place))));
            }
            subgroups.add(slots);
        }
        int chance = random.nextInt(10);
        var visibility = chance < 3 ? Visibility.PUBLIC : chance < 6 ? Visibility.TEAM : Visibility.PRIVATE;
        return new Details(
                any(OCCASIONS) + ", " + any(WAYS),
                subgroups,
                rules,
                List.of(any(TAGS)),
                "",
                visibility,
                visibility == Visibility.TEAM ? team : Optional.empty(),
                random.nextInt(50) == 0);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
