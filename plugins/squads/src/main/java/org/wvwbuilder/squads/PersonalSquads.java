package org.wvwbuilder.squads;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.squads.composition.Composition;
import org.wvwbuilder.squads.composition.Compositions;
import org.wvwbuilder.squads.composition.Slot;
import org.wvwbuilder.squads.roster.Roster;
import org.wvwbuilder.squads.roster.RosterEntry;
import org.wvwbuilder.squads.roster.Rosters;
import org.wvwbuilder.squads.team.GuildTeams;

/** Gives people their teams, rosters and compositions to take along, and lets go of them when an account is deleted. */
record PersonalSquads(GuildTeams teams, Rosters rosters, Compositions compositions, InstantSource clock)
        implements PersonalData {
    private static final int AT_ONCE = 50;

    @Override
    public String name() {
        return "squads";
    }

    @Override
    public Stream<Map<String, Object>> of(String accountId) {
        var memberships = teams.of(accountId).entrySet().stream()
                .map(one -> Map.<String, Object>of(
                        "kind",
                        "membership",
                        "team_id",
                        one.getKey(),
                        "role",
                        one.getValue().name()));
        var kept = PersonalData.<Rosters.Whole>paged(last ->
                rosters.behind(accountId, last.map(Rosters.Whole::roster).map(Roster::id), AT_ONCE));
        // A composition that is changed while this goes on stands here twice, the newer state last.
        var squads = PersonalData.<Composition>paged(last -> compositions.behind(accountId, last, AT_ONCE));
        // Not by flatMap: whoever iterates over it would hold all rosters, then all compositions.
        return Stream.concat(
                memberships, Stream.concat(kept.map(PersonalSquads::plain), squads.map(PersonalSquads::plain)));
    }

    void on(AccountChanged event) {
        if (event.change() == AccountChanged.Change.DELETED) forget(event.accountId());
    }

    @Override
    public void forget(String accountId) {
        var now = clock.instant();
        compositions.forget(accountId, now);
        rosters.forget(accountId);
        teams.forget(accountId, now);
    }

    private static Map<String, Object> plain(Rosters.Whole whole) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("kind", "roster");
        plain.put("id", whole.roster().id());
        plain.put("name", whole.roster().name());
        plain.put("players", whole.entries().stream().map(PersonalSquads::plain).toList());
        plain.put("created_at", whole.roster().createdAt());
        plain.put("updated_at", whole.roster().updatedAt());
        return plain;
    }

    private static Map<String, Object> plain(RosterEntry entry) {
        return Map.of(
                "player", entry.player(),
                "builds", entry.builds(),
                "proficiency", entry.proficiency(),
                "gear_missing", entry.gearMissing(),
                "note", entry.note(),
                "present", entry.present());
    }

    private static Map<String, Object> plain(Composition composition) {
        var details = composition.details();
        var plain = new LinkedHashMap<String, Object>();
        plain.put("kind", "composition");
        plain.put("id", composition.id());
        plain.put("name", details.name());
        plain.put("rule_set", details.ruleSet());
        plain.put(
                "subgroups",
                details.subgroups().stream()
                        .map(slots -> slots.stream().map(PersonalSquads::plain).toList())
                        .toList());
        plain.put("tags", details.tags());
        plain.put("notes", details.notes());
        plain.put("created_at", composition.createdAt());
        plain.put("updated_at", composition.updatedAt());
        return plain;
    }

    private static Map<String, Object> plain(Slot slot) {
        return Map.of("player", slot.player(), "build", slot.build());
    }
}
