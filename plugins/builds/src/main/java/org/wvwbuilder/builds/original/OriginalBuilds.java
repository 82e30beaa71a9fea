package org.wvwbuilder.builds.original;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.TraitLine;
import org.wvwbuilder.builds.gear.Review;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.Importer;

/**
 * The builds of the original. What no template can hold stands in the notes, as it was: nothing that somebody wrote is
 * lost.
 */
public final class OriginalBuilds implements Importer {
    private static final String BUILDS = "builds";
    private static final int AT_ONCE = 500;
    private static final int MOST_NAME = 100;
    private static final int MOST_WORDS = 40;
    private static final int MOST_NOTES = 10_000;

    private final Supplier<Catalogue> catalogue;
    private final Builds builds;
    private final InstantSource clock;

    public OriginalBuilds(Supplier<Catalogue> catalogue, Builds builds, InstantSource clock) {
        this.catalogue = catalogue;
        this.builds = builds;
        this.clock = clock;
    }

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(BUILDS, Set.of("id", "name", "created_by_id", "config"));
    }

    @Override
    public Set<String> after() {
        return Set.of("users", "teams");
    }

    @Override
    public void take(Original original) {
        var professions = professions(original);
        var names = new NamedTemplate(catalogue.get());
        var waiting = new ArrayList<Waiting>();
        original.each(BUILDS, row -> {
            var said = professions.getOrDefault(row.number("id").orElse(0L), List.of());
            waiting.add(new Waiting(row, build(original, row, names, said)));
            if (waiting.size() == AT_ONCE) write(original, waiting);
        });
        write(original, waiting);
    }

    /** A row, and the build that it becomes. */
    private record Waiting(Row row, Build build) {}

    private static Map<Long, List<Profession>> professions(Original original) {
        var named = new HashMap<Long, Profession>();
        original.each(
                "professions",
                row -> Profession.named(row.line("name", MOST_NAME))
                        .ifPresent(known -> named.put(row.number("id").orElse(0L), known)));
        var professions = new HashMap<Long, List<Profession>>();
        original.each("build_professions", row -> {
            var known = row.number("profession_id").map(named::get);
            if (known.isEmpty()) return;
            professions
                    .computeIfAbsent(row.number("build_id").orElse(0L), fresh -> new ArrayList<>(1))
                    .add(known.get());
        });
        return professions;
    }

    private Build build(Original original, Row row, NamedTemplate names, List<Profession> said) throws Unusable {
        var owner = original.id("users", row.number("created_by_id"))
                .orElseThrow(() -> new Unusable("the account that made it was not taken over: see to that one first"));
        var text = row.text("config").orElse("");
        var description = row.text("description").orElse("");
        var config = OriginalConfig.of(text);
        if (!config.json()) row.remark("the config is no JSON: it was kept in the notes as it is");
        var template = template(row, config, names, said, description);
        var details = details(original, row, template, notes(row, description, text, said));
        var now = Instant.ofEpochMilli(clock.millis());
        var created = row.instant("created_at").orElse(now);
        return new Build(
                row.newId(owner),
                owner,
                details,
                Review.needed(catalogue.get(), details),
                created,
                row.instant("updated_at").orElse(created),
                1);
    }

    private static BuildTemplate template(
            Row row, OriginalConfig config, NamedTemplate names, List<Profession> said, String description)
            throws Unusable {
        var linked = config.template().or(() -> new OriginalConfig(List.of(description), false).template());
        if (linked.isPresent()) return linked.get();
        if (config.hasLink())
            row.remark("the chat link is broken: it was kept in the notes, the names beside it were used");
        return names.of(config.words(), said)
                .orElseThrow(() -> new Unusable("nothing tells its profession: choose one in the original"));
    }

    private static Details details(Original original, Row row, BuildTemplate template, String notes) throws Unusable {
        var name = row.line("name", MOST_NAME);
        if (name.isEmpty()) row.remark("it had no name: it got its number");
        var team = original.id("teams", row.number("team_id"));
        if (row.number("team_id").isPresent() && team.isEmpty()) {
            row.remark("its team was not taken over: it is shared with none");
        }
        var seen = row.flag("is_public") ? Visibility.PUBLIC : team.isPresent() ? Visibility.TEAM : Visibility.PRIVATE;
        var mode = row.line("game_mode", MOST_WORDS);
        return new Details(
                name.isEmpty() ? "Build " + row.number("id").orElse(0L) : name,
                ChatLink.encode(template),
                template.profession(),
                template.lines().stream().map(TraitLine::specialization).toList(),
                Equipment.NONE,
                mode.isEmpty() ? "wvw" : mode,
                "",
                List.of(),
                notes,
                seen,
                seen == Visibility.TEAM ? team : Optional.empty());
    }

    /** The description, and what else the original knew, in the order of what people miss most. */
    private static String notes(Row row, String description, String config, List<Profession> said) throws Unusable {
        var parts = new ArrayList<String>();
        if (!description.isBlank()) parts.add(description.strip());
        var facts = new ArrayList<String>();
        if (!said.isEmpty()) {
            facts.add("- Professions: " + said.stream().map(Profession::title).collect(Collectors.joining(", ")));
        }
        row.number("team_size").ifPresent(size -> facts.add("- Team size: " + size));
        if (!facts.isEmpty()) parts.add(String.join("\n", facts));
        for (var json : List.of(config, row.text("constraints").orElse(""))) {
            if (!Set.of("", "{}", "null").contains(json.strip()))
                parts.add("    " + json.strip().replace("\n", "\n    "));
        }
        var notes = String.join("\n\n", parts).replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]", "");
        if (notes.length() <= MOST_NOTES) return notes;
        row.remark("its texts are longer than 10,000 characters together: the beginning was kept");
        return notes.substring(
                0, Character.isHighSurrogate(notes.charAt(MOST_NOTES - 1)) ? MOST_NOTES - 1 : MOST_NOTES);
    }

    private void write(Original original, List<Waiting> waiting) {
        var known = builds.known(waiting.stream().map(one -> one.build().id()).toList());
        var fresh = waiting.stream()
                .map(Waiting::build)
                .filter(build -> !known.contains(build.id()))
                .toList();
        if (!original.rehearsal() && !fresh.isEmpty()) builds.addAll(fresh);
        for (var one : waiting) {
            if (known.contains(one.build().id())) one.row().present(one.build().id());
            else one.row().taken(one.build().id());
        }
        waiting.clear();
    }
}
