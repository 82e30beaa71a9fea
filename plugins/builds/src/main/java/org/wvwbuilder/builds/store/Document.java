package org.wvwbuilder.builds.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What the search knows of a build.
 *
 * @param facts who may see it and what it is, each a word of {@link Words#fact}
 * @param words of its name, profession, specializations, role and tags
 */
record Document(String build, Set<String> facts, Set<String> words) {
    private static final int MOST_WORDS = 64;

    static Document of(Build build, IntFunction<Optional<String>> specializations) {
        var details = build.details();
        var facts = new LinkedHashSet<String>();
        facts.add(owner(build.owner()));
        if (details.visibility() == Visibility.PUBLIC) facts.add(OPEN);
        details.team().ifPresent(team -> facts.add(team(team)));
        facts.add(profession(details.profession().code()));
        var text = new ArrayList<>(List.of(details.name(), details.profession().title(), details.role()));
        for (int id : details.specializations()) {
            if (id == 0) continue;
            facts.add(specialization(id));
            facts.add(both(details.profession().code(), id));
            specializations.apply(id).ifPresent(text::add);
        }
        facts.add(role(details.role()));
        details.tags().forEach(tag -> facts.add(tag(tag)));
        text.addAll(details.tags());
        var words = new LinkedHashSet<String>();
        Words.of(String.join(" ", text)).stream().limit(MOST_WORDS).forEach(words::add);
        return new Document(build.id(), facts, words);
    }

    /** Stands in the documents that everybody may see. */
    static final String OPEN = "_v";

    static String owner(String account) {
        return Words.fact('o', account.replace("-", ""));
    }

    static String team(String team) {
        return Words.fact('g', team.replace("-", ""));
    }

    static String profession(int code) {
        return "_p" + code;
    }

    static String specialization(int id) {
        return "_s" + id;
    }

    /** One term, as there may be many documents with either and none with both. */
    static String both(int profession, int specialization) {
        return profession(profession) + specialization(specialization);
    }

    static String role(String role) {
        return Words.fact('r', role);
    }

    static String tag(String tag) {
        return Words.fact('t', tag);
    }
}
