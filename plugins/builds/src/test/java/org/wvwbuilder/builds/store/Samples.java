package org.wvwbuilder.builds.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.plugin.Uuid7;

/** Builds to save in tests. */
final class Samples {
    static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    private static final Equipment GEAR = new Equipment(
            List.of(
                    new Piece(Slot.HELM, Optional.empty(), Optional.of(161), List.of(24836), List.of()),
                    new Piece(
                            Slot.WEAPON_A1,
                            Optional.of("Greatsword"),
                            Optional.empty(),
                            List.of(24615, 24868),
                            List.of(43250, 43251)),
                    new Piece(Slot.AQUATIC_HELM, Optional.empty(), Optional.empty(), List.of(), List.of())),
            Optional.of(100090),
            Optional.empty(),
            Optional.of(9443));

    private Samples() {}

    static Build build(String owner, String name, List<String> tags, Visibility visibility, Instant at) {
        var details = new Details(
                name,
                "[&link]",
                Profession.GUARDIAN,
                List.of(42, 0, 62),
                GEAR,
                "wvw",
                "Healer",
                tags,
                "# Notes",
                visibility);
        return new Build(Uuid7.next(() -> at), owner, details, false, at, at, 1);
    }
}
