package org.wvwbuilder.squads.judgement;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.SavedBuilds;
import org.wvwbuilder.plugin.SavedBuilds.Outline;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Archetypes;

/**
 * Tells what people can play: archetypes by their id, saved builds by theirs. A saved build counts as the archetype of
 * its elite specialization whose role is nearest to what its author says.
 */
public final class Playables {
    private final Judgements judgements;
    private final Supplier<Optional<SavedBuilds>> builds;

    public Playables(Judgements judgements, Supplier<Optional<SavedBuilds>> builds) {
        this.judgements = judgements;
        this.builds = builds;
    }

    /**
     * What some ids stand for.
     *
     * @param byId each under the id that was asked for
     * @param names of saved builds
     */
    public record Known(Archetypes archetypes, Map<String, Archetype> byId, Map<String, String> names) {

        public Optional<Archetype> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** What people call it: the name of the build, or the archetype's id in words. */
        public String label(String id) {
            var name = names.get(id);
            if (name != null) return name;
            var words = new StringBuilder();
            for (var word : id.split("-")) {
                if (word.isEmpty()) continue;
                if (!words.isEmpty()) words.append(' ');
                words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
            return words.toString();
        }
    }

    /** Those of the ids that stand for something which the account may see. */
    public Known known(Collection<String> ids, String account) {
        var archetypes = judgements.archetypes();
        var byId = new HashMap<String, Archetype>();
        var others = new HashSet<String>();
        for (var id : ids) {
            archetypes.find(id).ifPresentOrElse(found -> byId.put(id, found), () -> others.add(id));
        }
        var names = new HashMap<String, String>();
        var saved = others.isEmpty()
                ? Map.<String, Outline>of()
                : builds.get().map(kept -> kept.seen(others, account)).orElse(Map.of());
        saved.forEach((id, outline) -> nearest(archetypes.all(), outline).ifPresent(archetype -> {
            byId.put(id, named(id, archetype));
            names.put(id, outline.name());
        }));
        return new Known(archetypes, byId, names);
    }

    private static Optional<Archetype> nearest(List<Archetype> all, Outline build) {
        var role = words(build.role());
        return all.stream()
                .filter(each ->
                        each.specializationId() != 0 && build.specializations().contains(each.specializationId()))
                .max(Comparator.comparingLong(each -> common(role, words(each.role() + " " + each.id()))));
    }

    private static long common(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }

    private static Archetype named(String id, Archetype archetype) {
        return new Archetype(
                id,
                archetype.specialization(),
                archetype.specializationId(),
                archetype.profession(),
                archetype.role(),
                archetype.capabilities(),
                archetype.confidence(),
                archetype.sources(),
                archetype.judged());
    }
}
