package org.wvwbuilder.builds.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Language;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;

/**
 * Answers with facts: pages, filters, and one strong ETag for all of them, since an address answers the same bytes as
 * long as the catalogue and the code are the same.
 */
final class FactLists {
    /** Counted up whenever a fact's JSON changes its shape. */
    private static final int SHAPE = 1;

    private static final int MOST_CHARACTERS = 100;

    private final Editions editions;

    FactLists(Editions editions) {
        this.editions = editions;
    }

    /**
     * The catalogue in force, with names in this language where they are known; English where it is left out.
     *
     * @throws Problem 422 for a language that the game has not
     */
    Catalogue catalogue(String lang) {
        return editions.in(language(lang));
    }

    private static Language language(String lang) {
        return Language.of(lang == null ? "en" : lang)
                .orElseThrow(() -> Problem.invalid("?lang", "one of " + Language.CODES));
    }

    /** The answer, or 304 when the client has it; the body is only made when it is sent. */
    Response answer(Request request, String lang, Supplier<Object> body) {
        var asked = language(lang);
        var spoken = editions.speaks(asked) ? asked : Language.ENGLISH;
        var state = new EntityTag(editions.in(spoken).edition().digest().substring(0, 20) + "-" + SHAPE);
        var unchanged = request.evaluatePreconditions(state);
        var response =
                unchanged == null ? Response.ok(body.get()).header("Content-Language", spoken.code()) : unchanged;
        return response.tag(state)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    /** One page of those that match. */
    static <T> Page<T> page(
            String list, List<T> all, ToIntFunction<T> id, int limit, String cursor, Predicate<T> matches) {
        int most = Page.limit(limit);
        int after = Cursor.of(cursor, list, 1)
                .map(at -> number(at.values().getFirst(), Cursor.foreign()))
                .orElse(Integer.MIN_VALUE);
        var found = all.stream()
                .filter(fact -> id.applyAsInt(fact) > after)
                .filter(matches)
                .limit(most + 1L)
                .toList();
        if (found.size() <= most) return new Page<>(found);
        var page = found.subList(0, most);
        var last = Integer.toString(id.applyAsInt(page.getLast()));
        return new Page<>(page, Optional.of(new Cursor(list, List.of(last)).text()));
    }

    /** {@code ids=1,2,3}; everything where it is left out. */
    static <T extends Named> Predicate<T> ids(String ids) {
        if (ids == null) return fact -> true;
        var problem = Problem.invalid("?ids", "at most " + Page.MOST + " whole numbers, separated by commas");
        var wanted = Stream.of(ids.split(",", Page.MOST + 1))
                .map(id -> number(id.strip(), problem))
                .collect(Collectors.toSet());
        if (wanted.size() > Page.MOST) throw problem;
        return fact -> wanted.contains(fact.id());
    }

    /** Names that contain the text, in any case. */
    static <T extends Named> Predicate<T> q(String text) {
        if (text == null || text.isBlank()) return fact -> true;
        if (text.length() > MOST_CHARACTERS) throw Problem.invalid("?q", "at most " + MOST_CHARACTERS + " characters");
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return fact -> fact.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** One of a few words, in any case; everything where it is left out. */
    static Predicate<String> word(String parameter, String asked, String... words) {
        if (asked == null) return value -> true;
        if (Stream.of(words).noneMatch(asked::equalsIgnoreCase)) {
            throw Problem.invalid("?" + parameter, "one of " + String.join(", ", words));
        }
        return asked::equalsIgnoreCase;
    }

    /** A profession's name, in any case; everything where it is left out. */
    static Predicate<String> profession(String asked) {
        var names = Stream.of(Profession.values()).map(Profession::title).toArray(String[]::new);
        return word("profession", asked, names);
    }

    private static int number(String text, Problem otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw otherwise;
        }
    }

    /** The ids of the specializations of a profession. */
    Set<Integer> specializations(Predicate<String> profession) {
        return editions.in(Language.ENGLISH).specializations().all().stream()
                .filter(s -> profession.test(s.profession()))
                .map(Named::id)
                .collect(Collectors.toSet());
    }
}
