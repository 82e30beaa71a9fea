package org.wvwbuilder.squads.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.squads.composition.Composition;
import org.wvwbuilder.squads.composition.Compositions;
import org.wvwbuilder.squads.roster.Roster;
import org.wvwbuilder.squads.roster.RosterEntry;
import org.wvwbuilder.squads.roster.Rosters;
import org.wvwbuilder.squads.team.GuildTeams;
import org.wvwbuilder.squads.team.Member;
import org.wvwbuilder.squads.team.Team;

/** Gives a demo guild its teams, a roster for each, and compositions of the last ten months. */
public final class DemoSquads implements DemoData {
    private static final int AT_ONCE = 1_000;
    private static final int TEAM_SIZE = 50;
    private static final int MOST_TEAMS = 10;
    private static final Duration PAST = Duration.ofDays(300);

    private final GuildTeams teams;
    private final Rosters rosters;
    private final Compositions compositions;
    private final InstantSource clock;

    public DemoSquads(GuildTeams teams, Rosters rosters, Compositions compositions, InstantSource clock) {
        this.teams = teams;
        this.rosters = rosters;
        this.compositions = compositions;
        this.clock = clock;
    }

    @Override
    public boolean empty() {
        return teams.empty() && rosters.empty() && compositions.total() == 0;
    }

    @Override
    public Map<String, Integer> fill(Guild guild, Consumer<String> progress) {
        if (guild.compositions() == 0 || guild.people().isEmpty()) return Map.of();
        var random = new SplittableRandom(guild.seed());
        var start = clock.instant().minus(PAST).truncatedTo(ChronoUnit.MILLIS);
        var words = new DemoWords(random);
        var made = teams(guild, words, start);
        var step = PAST.dividedBy(guild.compositions());
        var some = new ArrayList<Composition>(AT_ONCE);
        for (int i = 0; i < guild.compositions(); i++) {
            var owner = guild.people().get(i % guild.people().size());
            var team = Optional.of(made.get(i % guild.people().size() / TEAM_SIZE % made.size()));
            var at = start.plus(step.multipliedBy(i)).truncatedTo(ChronoUnit.MILLIS);
            var details = words.composition(guild.people(), team);
            some.add(new Composition(Uuid7.next(clock), owner.id(), details, Optional.empty(), owner.id(), at, at, 1));
            if (some.size() == AT_ONCE || i == guild.compositions() - 1) {
                compositions.addAll(some);
                some.clear();
                progress.accept("%,d of %,d compositions".formatted(i + 1, guild.compositions()));
            }
        }
        return Map.of("compositions", guild.compositions(), "teams", made.size());
    }

    /** @return the ids of the teams: one for each fifty people */
    private List<String> teams(Guild guild, DemoWords words, Instant at) {
        var people = guild.people();
        int count = Math.clamp(people.size() / TEAM_SIZE, 1, MOST_TEAMS);
        var all = new ArrayList<Team>();
        var members = new HashMap<String, List<Member>>();
        var lists = new ArrayList<Rosters.Whole>();
        for (int i = 0; i < count; i++) {
            var some = people.subList(i * TEAM_SIZE, Math.min(people.size(), (i + 1) * TEAM_SIZE));
            var id = Uuid7.next(clock);
            all.add(new Team(id, words.team(i), "", some.size(), at, at, 1));
            members.put(id, members(some, at));
            var roster = new Roster(Uuid7.next(clock), some.getFirst().id(), Optional.of(id), "Regulars", at, at, 1);
            lists.add(new Rosters.Whole(
                    roster, some.stream().map(person -> entry(person, words)).toList()));
        }
        teams.addAll(all, members);
        rosters.addAll(lists);
        return all.stream().map(Team::id).toList();
    }

    private static List<Member> members(List<Person> people, Instant at) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < people.size(); i++) {
            var role = i == 0 ? Role.OWNER : i < 5 ? Role.EDITOR : Role.VIEWER;
            members.add(new Member(people.get(i).id(), role, at));
        }
        return members;
    }

    private RosterEntry entry(Person person, DemoWords words) {
        return new RosterEntry(Uuid7.next(clock), person.username(), words.builds(), "", words.here());
    }
}
