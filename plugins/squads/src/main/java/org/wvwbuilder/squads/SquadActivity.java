package org.wvwbuilder.squads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.squads.composition.Composition;
import org.wvwbuilder.squads.composition.Compositions;
import org.wvwbuilder.squads.team.GuildTeams;

/** Tells the dashboard about a person's compositions and teams. */
record SquadActivity(Compositions compositions, GuildTeams teams) implements ActivitySource {

    @Override
    public Map<String, Long> totals(Identity person) {
        return Map.of("compositions", compositions.total(person.id()), "teams", (long)
                teams.of(person.id()).size());
    }

    @Override
    public long between(Identity person, Instant after, Instant upTo) {
        return compositions.between(person.id(), after, upTo);
    }

    @Override
    public List<Activity> newest(Identity person, int limit) {
        return compositions.newest(person.id(), limit).stream()
                .map(SquadActivity::activity)
                .toList();
    }

    private static Activity activity(Composition composition) {
        boolean created = composition.version() == 1;
        long players = composition.details().players();
        var size = players == 1 ? "one player" : players + " players";
        return new Activity(
                composition.id(),
                created ? "composition-created" : "composition-changed",
                composition.details().name(),
                (created ? "A new composition with " : "Changed a composition with ") + size + ".",
                composition.updatedAt());
    }
}
