package org.wvwbuilder.builds.gear;

import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.StoredLink;

/** Tells which builds hold what the catalogue does not know, or what does not fit: somebody should look at them. */
public final class Review {

    private Review() {}

    public static boolean needed(Catalogue catalogue, Details details) {
        return !knows(catalogue, details.equipment())
                || !Wielding.flaws(catalogue, details.profession().title(), details.equipment())
                        .isEmpty()
                || !Describer.describe(catalogue, StoredLink.read(details.chatLink()))
                        .warnings()
                        .isEmpty();
    }

    private static boolean knows(Catalogue catalogue, Equipment equipment) {
        var pieces = equipment.pieces();
        var stats = pieces.stream().map(Piece::stat).flatMap(Optional::stream);
        var worn =
                pieces.stream().flatMap(piece -> Stream.concat(piece.upgrades().stream(), piece.infusions().stream()));
        var singles = Stream.of(equipment.relic(), equipment.food(), equipment.utility())
                .flatMap(Optional::stream);
        return stats.allMatch(id -> catalogue.itemStats().find(id).isPresent())
                && Stream.concat(worn, singles)
                        .allMatch(id -> catalogue.upgrades().find(id).isPresent());
    }
}
