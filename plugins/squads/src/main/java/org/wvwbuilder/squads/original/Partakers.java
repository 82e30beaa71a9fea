package org.wvwbuilder.squads.original;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Importer.Original;
import org.wvwbuilder.squads.web.Words;

/**
 * Who takes part in the original's compositions, and their tags, by the compositions' numbers.
 *
 * @param players names in the order of the table
 * @param lines what each is to play, as lines of Markdown
 */
record Partakers(Map<Long, Set<String>> players, Map<Long, List<String>> lines, Map<Long, Set<String>> tags) {
    private static final int MOST_TAG = 40;
    private static final int MOST_PLAYER = 60;
    private static final String OF = "composition_id";

    static Partakers of(Original original) {
        var all = new Partakers(new HashMap<>(), new HashMap<>(), new HashMap<>());
        all.readMembers(original);
        all.readTags(original);
        return all;
    }

    private void readMembers(Original original) {
        var people = names(original, "users", "username", MOST_PLAYER);
        var professions = names(original, "professions", "name", Words.MOST_NAME);
        var elites = names(original, "elite_specializations", "name", Words.MOST_NAME);
        var roles = names(original, "roles", "name", Words.MOST_NAME);
        original.each("composition_members", row -> {
            var composition = row.number(OF).orElse(0L);
            var player = row.number("user_id").map(people::get).orElse("");
            if (player.isEmpty()) return;
            players.computeIfAbsent(composition, fresh -> new LinkedHashSet<>()).add(player);
            var plays = Stream.of(
                            row.number("profession_id").map(professions::get),
                            row.number("elite_specialization_id").map(elites::get),
                            row.number("role_id").map(roles::get),
                            Optional.of(row.line("notes", Words.MOST_NOTES)))
                    .flatMap(Optional::stream)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(", "));
            if (!plays.isEmpty()) {
                lines.computeIfAbsent(composition, fresh -> new ArrayList<>()).add("- " + player + ": " + plays);
            }
        });
    }

    private void readTags(Original original) {
        var words = names(original, "tags", "name", MOST_TAG);
        original.each(
                "composition_tags",
                row -> row.number("tag_id")
                        .map(words::get)
                        .ifPresent(
                                word -> tags.computeIfAbsent(row.number(OF).orElse(0L), fresh -> new LinkedHashSet<>())
                                        .add(word.toLowerCase(Locale.ROOT))));
    }

    private static Map<Long, String> names(Original original, String table, String column, int most) {
        var names = new HashMap<Long, String>();
        original.each(table, row -> {
            var name = row.line(column, most);
            if (!name.isEmpty()) names.put(row.number("id").orElse(0L), name);
        });
        return names;
    }
}
