package org.wvwbuilder.squads.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.roster.RosterForm.EntryRequest;
import org.wvwbuilder.squads.roster.RosterForm.PasteRequest;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Words;

/** Checks the players of a request and makes entries of them, or names every place that is not right. */
final class EntryReader {
    static final int MOST_PLAYER = 60;
    private static final int MOST_BUILDS = 20;
    private static final int MOST_NOTE = 500;
    private static final int MOST_TEXT = 50_000;

    private final Playables playables;
    private final Findings findings = new Findings();

    EntryReader(Playables playables) {
        this.playables = playables;
    }

    Findings findings() {
        return findings;
    }

    /** @param at where the list stands: {@code /entries} */
    List<RosterEntry> all(
            List<EntryRequest> asked, String at, String account, java.util.function.Supplier<String> ids) {
        findings.check(asked.size() <= Rosters.MOST_ENTRIES, at, "at most 500 players");
        var some = asked.subList(0, Math.min(asked.size(), Rosters.MOST_ENTRIES));
        for (int i = 0; i < some.size(); i++) findings.check(some.get(i) != null, at + "/" + i, "a player");
        findings.refuse();
        var known = known(some.stream().flatMap(one -> one.builds().stream()).toList(), account);
        var names = new HashMap<String, Integer>();
        var entries = new ArrayList<RosterEntry>();
        for (int i = 0; i < some.size(); i++) {
            var place = at + "/" + i;
            var entry = read(some.get(i), place, known, ids.get());
            var earlier = names.putIfAbsent(Words.lower(entry.player()), i);
            findings.check(
                    earlier == null,
                    place + "/player",
                    "a player named once: the same name stands at " + at + "/" + earlier);
            entries.add(entry);
        }
        return entries;
    }

    RosterEntry one(EntryRequest asked, String account, String id) {
        return read(asked, "", known(asked.builds(), account), id);
    }

    private RosterEntry read(EntryRequest asked, String at, Set<String> known, String id) {
        var player = Words.name(asked.player(), at + "/player", MOST_PLAYER, findings);
        builds(asked.builds(), at + "/builds", known);
        var note = Words.line(asked.note(), at + "/note", MOST_NOTE, findings);
        var builds = asked.builds().stream().filter(known::contains).distinct().toList();
        var wanted = new Readiness(asked.proficiency(), asked.gearMissing());
        wanted.check(asked.builds(), at, findings);
        var readiness = findings.none() ? wanted : Readiness.FULL;
        return new RosterEntry(
                id,
                player,
                builds,
                readiness.proficiency(),
                readiness.gearMissing(),
                note,
                asked.present().orElse(true));
    }

    void builds(List<String> builds, String at, Set<String> known) {
        findings.check(builds.size() <= MOST_BUILDS, at, "at most 20 builds");
        var seen = new HashSet<String>();
        for (int i = 0; i < Math.min(builds.size(), MOST_BUILDS); i++) {
            findings.check(
                    known.contains(builds.get(i)),
                    at + "/" + i,
                    "the id of an archetype, or of a saved build that you may see");
            findings.check(seen.add(builds.get(i)), at + "/" + i, "a build named once");
        }
    }

    Set<String> known(List<String> builds, String account) {
        var asked = new HashSet<>(builds);
        asked.remove(null);
        return asked.isEmpty()
                ? Set.of()
                : new HashSet<>(playables.known(asked, account).byId().keySet());
    }

    /** The names of a pasted list, in their order; a name that stands there twice is refused. */
    List<String> names(PasteRequest request) {
        var text = request.text().orElse("");
        findings.check(!text.isBlank() && text.length() <= MOST_TEXT, "/text", "names, at most 50,000 characters");
        findings.refuse();
        var names = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        var words = text.split("[\\n\\r,;\\t]+");
        for (var word : words) {
            var name = word.strip();
            if (name.isEmpty()) continue;
            int number = names.size() + 1;
            var stripped = Words.name(Optional.of(name), "/text", MOST_PLAYER, findings);
            var earlier = seen.putIfAbsent(Words.lower(stripped), number);
            findings.check(
                    earlier == null,
                    "/text",
                    "each name once: number " + number + ", " + stripped + ", is the same as number " + earlier);
            names.add(stripped);
            if (names.size() > Rosters.MOST_ENTRIES) break;
        }
        findings.check(names.size() <= Rosters.MOST_ENTRIES, "/text", "at most 500 names");
        return names;
    }
}
