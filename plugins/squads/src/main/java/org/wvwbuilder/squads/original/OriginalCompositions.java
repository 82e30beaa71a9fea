package org.wvwbuilder.squads.original;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.squads.composition.Composition;
import org.wvwbuilder.squads.composition.Compositions;
import org.wvwbuilder.squads.composition.Details;
import org.wvwbuilder.squads.composition.Slot;
import org.wvwbuilder.squads.composition.Visibility;
import org.wvwbuilder.squads.web.Words;

/**
 * The compositions of the original: its members in subgroups of five, and its build, if it has one, in a place without a
 * player. What each was to play stands in the notes.
 */
public final class OriginalCompositions implements Importer {
    private static final String COMPOSITIONS = "compositions";
    private static final int AT_ONCE = 500;
    private static final int PLACES = 5;
    private static final int MOST_PLACES = 50;
    private static final int MOST_TAGS = 20;

    private final Compositions compositions;
    private final InstantSource clock;

    public OriginalCompositions(Compositions compositions, InstantSource clock) {
        this.compositions = compositions;
        this.clock = clock;
    }

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(COMPOSITIONS, Set.of("id", "name", "created_by"));
    }

    @Override
    public Set<String> after() {
        return Set.of("users", "teams", "builds");
    }

    @Override
    public void take(Original original) {
        var partakers = Partakers.of(original);
        var waiting = new ArrayList<Waiting>();
        original.each(COMPOSITIONS, row -> {
            waiting.add(new Waiting(row, composition(original, row, partakers)));
            if (waiting.size() == AT_ONCE) write(original, waiting);
        });
        write(original, waiting);
    }

    /** A row, and the composition that it becomes. */
    private record Waiting(Row row, Composition composition) {}

    private Composition composition(Original original, Row row, Partakers partakers) throws Unusable {
        var owner = original.id("users", row.number("created_by"))
                .orElseThrow(() -> new Unusable("the account that made it was not taken over: see to that one first"));
        var created = row.instant("created_at").orElseGet(() -> Instant.ofEpochMilli(clock.millis()));
        return new Composition(
                row.newId(owner),
                owner,
                details(original, row, partakers),
                Optional.empty(),
                owner,
                created,
                row.instant("updated_at").orElse(created),
                1);
    }

    private static Details details(Original original, Row row, Partakers partakers) throws Unusable {
        var key = row.number("id").orElse(0L);
        var name = row.line("name", Words.MOST_NAME);
        if (name.isEmpty()) row.remark("it had no name: it got its number");
        var team = original.id("teams", row.number("team_id"));
        var build = original.id("builds", row.number("build_id"));
        if (row.number("build_id").isPresent() && build.isEmpty()) {
            row.remark("its build was not taken over: it has none");
        }
        if (row.number("team_id").isPresent() && team.isEmpty()) {
            row.remark("its team was not taken over: it is shared with none");
        }
        var tags = List.copyOf(partakers.tags().getOrDefault(key, Set.of()));
        if (tags.size() > MOST_TAGS) row.remark("it has more than 20 tags: the first were kept");
        return new Details(
                name.isEmpty() ? "Composition " + key : name,
                subgroups(row, List.copyOf(partakers.players().getOrDefault(key, Set.of())), build),
                rules(row.number("squad_size").orElse(0L)),
                tags.subList(0, Math.min(tags.size(), MOST_TAGS)),
                notes(row, partakers.lines().getOrDefault(key, List.of())),
                row.flag("is_public") ? Visibility.PUBLIC : team.isPresent() ? Visibility.TEAM : Visibility.PRIVATE,
                team,
                false);
    }

    /** The rule set of that many players. */
    private static String rules(long size) {
        if (size < 1 || size > 30) return "zerg";
        if (size > 15) return "guild";
        return size > 5 ? "havoc" : "roam";
    }

    private static List<List<Slot>> subgroups(Row row, List<String> players, Optional<String> build) {
        var slots = new ArrayList<>(
                players.stream().map(player -> new Slot(player, "")).toList());
        build.ifPresent(id -> slots.add(new Slot("", id)));
        if (slots.size() > MOST_PLACES) row.remark("it has more than 50 players: those beyond stand in the notes only");
        var groups = new ArrayList<List<Slot>>();
        for (int from = 0; from < Math.min(slots.size(), MOST_PLACES); from += PLACES) {
            groups.add(slots.subList(from, Math.min(from + PLACES, slots.size())));
        }
        return groups;
    }

    private static String notes(Row row, List<String> lines) throws Unusable {
        var parts = new ArrayList<String>();
        row.text("description")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(parts::add);
        var facts = new ArrayList<String>();
        row.number("squad_size").ifPresent(size -> facts.add("- Squad size: " + size));
        for (var column : List.of("status", "game_mode")) {
            var word = row.line(column, Words.MOST_NAME);
            if (!word.isEmpty()) facts.add("- " + column.replace('_', ' ') + ": " + word);
        }
        facts.addAll(lines);
        if (!facts.isEmpty()) parts.add(String.join("\n", facts));
        var notes = String.join("\n\n", parts).replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]", "");
        if (notes.length() <= Words.MOST_NOTES) return notes;
        row.remark("its texts are longer than 10,000 characters together: the beginning was kept");
        int end = Words.MOST_NOTES - (Character.isHighSurrogate(notes.charAt(Words.MOST_NOTES - 1)) ? 1 : 0);
        return notes.substring(0, end);
    }

    private void write(Original original, List<Waiting> waiting) {
        var known = compositions.known(
                waiting.stream().map(one -> one.composition().id()).toList());
        var fresh = waiting.stream()
                .map(Waiting::composition)
                .filter(composition -> !known.contains(composition.id()))
                .toList();
        if (!original.rehearsal() && !fresh.isEmpty()) compositions.addAll(fresh);
        for (var one : waiting) {
            var id = one.composition().id();
            if (known.contains(id)) one.row().present(id);
            else one.row().taken(id);
        }
        waiting.clear();
    }
}
