package org.wvwbuilder.builds.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;

/**
 * Equipment as one line of text, for the database and for sharing:
 * {@code 1~relic:100090~food:91805~helm:161:24836~weapon_a1:161:24615.24868::Greatsword}. A piece is slot, attribute
 * combination, upgrades, infusions, weapon type; what is empty at its end is left out. No equipment is an empty text.
 */
final class EquipmentText {
    private static final String VERSION = "1";

    private EquipmentText() {}

    static String write(Equipment equipment) {
        var parts = Stream.of(
                        single("relic", equipment.relic()),
                        single("food", equipment.food()),
                        single("utility", equipment.utility()),
                        equipment.pieces().stream().map(EquipmentText::piece))
                .flatMap(part -> part)
                .collect(Collectors.joining("~"));
        return parts.isEmpty() ? "" : VERSION + "~" + parts;
    }

    static Equipment read(String text) {
        if (text.isEmpty()) return Equipment.NONE;
        Optional<Integer> relic = Optional.empty();
        Optional<Integer> food = Optional.empty();
        Optional<Integer> utility = Optional.empty();
        var pieces = new ArrayList<Piece>();
        for (var part : text.substring(VERSION.length() + 1).split("~")) {
            var fields = part.split(":", -1);
            switch (fields[0]) {
                case "relic" -> relic = Optional.of(Integer.valueOf(fields[1]));
                case "food" -> food = Optional.of(Integer.valueOf(fields[1]));
                case "utility" -> utility = Optional.of(Integer.valueOf(fields[1]));
                default -> pieces.add(piece(fields));
            }
        }
        return new Equipment(pieces, relic, food, utility);
    }

    private static Stream<String> single(String name, Optional<Integer> id) {
        return id.stream().map(known -> name + ":" + known);
    }

    private static String piece(Piece piece) {
        var text = String.join(
                ":",
                piece.slot().name().toLowerCase(Locale.ROOT),
                piece.stat().map(Object::toString).orElse(""),
                numbers(piece.upgrades()),
                numbers(piece.infusions()),
                piece.weapon().orElse(""));
        int end = text.length();
        while (text.charAt(end - 1) == ':') end--;
        return text.substring(0, end);
    }

    private static String numbers(List<Integer> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining("."));
    }

    private static Piece piece(String[] fields) {
        return new Piece(
                Slot.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                Optional.of(field(fields, 4)).filter(weapon -> !weapon.isEmpty()),
                ids(field(fields, 1)).stream().findFirst(),
                ids(field(fields, 2)),
                ids(field(fields, 3)));
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    private static List<Integer> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("\\.")).map(Integer::valueOf).toList();
    }
}
