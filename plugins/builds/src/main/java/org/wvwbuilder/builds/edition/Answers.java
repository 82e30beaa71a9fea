package org.wvwbuilder.builds.edition;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.official.Shape;

/** What the official API told in one language, by kind and id. */
record Answers(Map<Kind, Map<Integer, Shape>> byKind, Map<String, Shape> professions, Map<Integer, Shape> legends) {

    /** What is asked for by numbers. */
    enum Kind {
        SPECIALIZATION("/v2/specializations"),
        TRAIT("/v2/traits"),
        SKILL("/v2/skills"),
        PET("/v2/pets"),
        ITEMSTAT("/v2/itemstats"),
        UPGRADE("/v2/items");

        final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    Optional<Shape> find(Kind kind, int id) {
        return Optional.ofNullable(byKind.get(kind).get(id));
    }

    Stream<Shape> all(Kind kind) {
        return byKind.get(kind).values().stream();
    }

    static Map<Integer, Shape> byId(Stream<Shape> shapes) {
        return shapes.filter(shape -> shape.at("id").number().isPresent())
                .collect(Collectors.toMap(shape -> shape.at("id").number().get(), shape -> shape, (one, other) -> one));
    }
}
