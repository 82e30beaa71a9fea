package org.wvwbuilder.squads.original;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.squads.team.GuildTeams;
import org.wvwbuilder.squads.team.Member;
import org.wvwbuilder.squads.team.Team;
import org.wvwbuilder.squads.web.Words;

/** The teams of the original with their members. A team that is here already keeps the members that it has. */
public final class OriginalTeams implements Importer {
    private static final String TEAMS = "teams";
    private static final int AT_ONCE = 100;
    private static final int MOST_DESCRIPTION = 1_000;
    private static final Set<String> EDITORS = Set.of("owner", "admin", "officer");

    private final GuildTeams teams;
    private final InstantSource clock;

    public OriginalTeams(GuildTeams teams, InstantSource clock) {
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(TEAMS, Set.of("id", "name", "owner_id"));
    }

    @Override
    public Set<String> after() {
        return Set.of("users");
    }

    @Override
    public void take(Original original) {
        var members = members(original);
        var waiting = new ArrayList<Waiting>();
        original.each(TEAMS, row -> {
            waiting.add(
                    team(original, row, members.getOrDefault(row.number("id").orElse(0L), Map.of())));
            if (waiting.size() == AT_ONCE) write(original, waiting);
        });
        write(original, waiting);
    }

    /** A row, and the team that it becomes. */
    private record Waiting(Row row, Team team, List<Member> members) {}

    /** Of each team the accounts here, and what they may do. */
    private Map<Long, Map<String, Member>> members(Original original) {
        var members = new HashMap<Long, Map<String, Member>>();
        original.each("team_members", row -> {
            if (row.number("is_active").filter(active -> active == 0).isPresent()) return;
            var account = original.id("users", row.number("user_id"))
                    .orElseThrow(() -> new Unusable("the member's account was not taken over: see to that one first"));
            var title = row.line("role", Words.MOST_NAME).toLowerCase(Locale.ROOT);
            var role = row.flag("is_admin") || EDITORS.contains(title) ? Role.EDITOR : Role.VIEWER;
            var joined = row.instant("created_at").orElseGet(this::now);
            members.computeIfAbsent(row.number("team_id").orElse(0L), fresh -> new LinkedHashMap<>())
                    .put(account, new Member(account, role, joined));
        });
        return members;
    }

    private Waiting team(Original original, Row row, Map<String, Member> members) throws Unusable {
        var owner = original.id("users", row.number("owner_id"))
                .orElseThrow(() -> new Unusable("the account that owns it was not taken over: see to that one first"));
        var name = row.line("name", Words.MOST_NAME);
        if (name.isEmpty()) row.remark("it had no name: it got its number");
        if (row.flag("is_public")) row.remark("everybody saw it; here only its members do");
        var created = row.instant("created_at").orElseGet(this::now);
        var all = new LinkedHashMap<>(members);
        all.put(owner, new Member(owner, Role.OWNER, created));
        var team = new Team(
                row.newId(owner),
                name.isEmpty() ? "Team " + row.number("id").orElse(0L) : name,
                row.line("description", MOST_DESCRIPTION),
                all.size(),
                created,
                row.instant("updated_at").orElse(created),
                1);
        return new Waiting(row, team, List.copyOf(all.values()));
    }

    private void write(Original original, List<Waiting> waiting) {
        var known = teams.known(waiting.stream().map(one -> one.team().id()).toList());
        var fresh =
                waiting.stream().filter(one -> !known.contains(one.team().id())).toList();
        if (!original.rehearsal() && !fresh.isEmpty()) {
            var members = new HashMap<String, List<Member>>();
            fresh.forEach(one -> members.put(one.team().id(), one.members()));
            teams.addAll(fresh.stream().map(Waiting::team).toList(), members);
        }
        for (var one : waiting) {
            if (known.contains(one.team().id())) one.row().present(one.team().id());
            else one.row().taken(one.team().id());
        }
        waiting.clear();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
