package org.wvwbuilder.builds.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.character.LeftOut;
import org.wvwbuilder.builds.gear.Wielding;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.template.Findings;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Problem.Field;

/** Takes out of the game's gear what a build of ours may not have, so that the rest can be saved. */
final class Trimming {
    private static final Pattern PIECE = Pattern.compile("/equipment/pieces/(\\d+)/(\\w+).*");

    private final Catalogue catalogue;
    private final String profession;
    private final List<LeftOut> leftOut;

    Trimming(Catalogue catalogue, String profession, List<LeftOut> leftOut) {
        this.catalogue = catalogue;
        this.profession = profession;
        this.leftOut = leftOut;
    }

    Equipment trimmed(Equipment told) {
        var gear = told;
        for (var flaws = flaws(gear); !flaws.isEmpty(); flaws = flaws(gear)) gear = without(gear, flaws.getFirst());
        return gear;
    }

    private List<Field> flaws(Equipment gear) {
        var findings = new Findings();
        new EquipmentForm(catalogue, findings).check(gear);
        findings.addAll("", Wielding.flaws(catalogue, profession, gear));
        try {
            findings.refuse();
            return List.of();
        } catch (Problem refused) {
            return refused.fields();
        }
    }

    /** One flaw at a time: each leaves something out, so that it comes to an end. */
    private Equipment without(Equipment gear, Field flaw) {
        var at = PIECE.matcher(flaw.pointer());
        if (!at.matches()) {
            note(gear.relic().orElse(0), "relic", flaw);
            return new Equipment(gear.pieces(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        var pieces = new ArrayList<>(gear.pieces());
        int place = Integer.parseInt(at.group(1));
        var piece = pieces.get(place);
        note(0, piece.slot().name().toLowerCase(java.util.Locale.ROOT), flaw);
        var less = less(piece, at.group(2));
        if (less.equals(Optional.of(piece)) || less.isEmpty()) pieces.remove(place);
        else pieces.set(place, less.get());
        return new Equipment(pieces, gear.relic(), gear.food(), gear.utility());
    }

    private static Optional<Piece> less(Piece piece, String field) {
        return switch (field) {
            case "stat" ->
                Optional.of(
                        new Piece(piece.slot(), piece.weapon(), Optional.empty(), piece.upgrades(), piece.infusions()));
            case "upgrades" ->
                Optional.of(new Piece(
                        piece.slot(), piece.weapon(), piece.stat(), shorter(piece.upgrades()), piece.infusions()));
            case "infusions" ->
                Optional.of(new Piece(
                        piece.slot(), piece.weapon(), piece.stat(), piece.upgrades(), shorter(piece.infusions())));
            default -> Optional.empty();
        };
    }

    private static List<Integer> shorter(List<Integer> ids) {
        return ids.isEmpty() ? ids : ids.subList(0, ids.size() - 1);
    }

    private void note(int id, String slot, Field flaw) {
        leftOut.add(new LeftOut("piece", id, Optional.of(slot), "A build takes " + flaw.detail() + " there."));
    }
}
