package org.wvwbuilder.squads.roster;

import jakarta.ws.rs.core.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.roster.RosterForm.EntryRequest;
import org.wvwbuilder.squads.roster.RosterForm.PasteAnswer;
import org.wvwbuilder.squads.roster.RosterForm.PasteRequest;
import org.wvwbuilder.squads.roster.RosterForm.PresentRequest;
import org.wvwbuilder.squads.roster.Rosters.Whole;
import org.wvwbuilder.squads.web.Versions;
import org.wvwbuilder.squads.web.Words;

/** Changes the players of a roster: checks first, then all or nothing. */
final class EntryChanges {
    private final Rosters rosters;
    private final Playables playables;
    private final InstantSource clock;

    EntryChanges(Rosters rosters, Playables playables, InstantSource clock) {
        this.rosters = rosters;
        this.playables = playables;
        this.clock = clock;
    }

    Whole add(String id, EntryRequest request, Request http, String person) {
        var reader = new EntryReader(playables);
        var entry = reader.one(request, person, Uuid7.next(clock));
        reader.findings().refuse();
        return rosters.change(id, person, now(), (before, entries, connection) -> {
            unchanged(http, before);
            free(before, entry);
            entries.insert(id, List.of(entry));
            return before.roster();
        });
    }

    Whole replace(String id, String entry, EntryRequest request, Request http, String person) {
        var reader = new EntryReader(playables);
        var saved = reader.one(request, person, entry);
        reader.findings().refuse();
        return rosters.change(id, person, now(), (before, entries, connection) -> {
            unchanged(http, before);
            find(before, entry);
            free(before, saved);
            entries.update(saved);
            return before.roster();
        });
    }

    void remove(String id, String entry, Request http, String person) {
        rosters.change(id, person, now(), (before, entries, connection) -> {
            unchanged(http, before);
            entries.delete(find(before, entry).id());
            return before.roster();
        });
    }

    PasteAnswer paste(String id, PasteRequest request, Request http, String person) {
        var reader = new EntryReader(playables);
        var names = reader.names(request);
        reader.builds(request.builds(), "/builds", reader.known(request.builds(), person));
        reader.findings().refuse();
        boolean here = request.present().orElse(true);
        var added = new ArrayList<RosterEntry>();
        var known = new ArrayList<RosterEntry>();
        var whole = rosters.change(id, person, now(), (before, entries, connection) -> {
            unchanged(http, before);
            added.clear();
            known.clear();
            var players = byPlayer(before);
            for (var name : names) {
                var old = players.get(Words.lower(name));
                if (old == null) added.add(new RosterEntry(Uuid7.next(clock), name, request.builds(), "", here));
                else known.add(marked(old, here));
            }
            entries.insert(id, added);
            entries.present(known);
            return before.roster();
        });
        return new PasteAnswer(added, known, whole.roster().version());
    }

    Whole present(String id, PresentRequest request, Request http, String person) {
        return rosters.change(id, person, now(), (before, entries, connection) -> {
            unchanged(http, before);
            var reader = new EntryReader(playables);
            var players = byPlayer(before);
            var here = new HashSet<String>();
            var asked = request.players();
            for (int i = 0; i < Math.min(asked.size(), Rosters.MOST_ENTRIES + 1); i++) {
                var entry = Optional.ofNullable(asked.get(i)).map(name -> players.get(Words.lower(name.strip())));
                reader.findings().check(entry.isPresent(), "/players/" + i, "a player of this roster");
                entry.ifPresent(one -> here.add(one.id()));
            }
            reader.findings().refuse();
            entries.present(before.entries().stream()
                    .map(entry -> marked(entry, here.contains(entry.id())))
                    .toList());
            return before.roster();
        });
    }

    private static void unchanged(Request http, Whole before) {
        Versions.unchanged(http, before.roster().version(), "This roster");
    }

    private static RosterEntry find(Whole roster, String entry) {
        return roster.entries().stream()
                .filter(one -> one.id().equals(entry))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("This player"));
    }

    private static void free(Whole roster, RosterEntry entry) {
        var same = byPlayer(roster).get(Words.lower(entry.player()));
        if (same != null && !same.id().equals(entry.id())) {
            throw Problem.invalid("/player", "a player who is not on this roster yet");
        }
    }

    private static Map<String, RosterEntry> byPlayer(Whole roster) {
        var players = new LinkedHashMap<String, RosterEntry>();
        for (var entry : roster.entries()) players.put(Words.lower(entry.player()), entry);
        return players;
    }

    private static RosterEntry marked(RosterEntry entry, boolean here) {
        return new RosterEntry(
                entry.id(),
                entry.player(),
                entry.builds(),
                entry.proficiency(),
                entry.gearMissing(),
                entry.note(),
                here);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
