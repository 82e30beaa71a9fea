package org.wvwbuilder.builds.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;

/** Gear as bytes: what a piece has in common with the one before it takes a bit. */
final class GearBytes {
    /** The place in this list is what codes hold: new types go to its end. */
    private static final List<String> WEAPONS = List.of(
            "Axe",
            "Dagger",
            "Focus",
            "Greatsword",
            "Hammer",
            "Longbow",
            "Mace",
            "Pistol",
            "Rifle",
            "Scepter",
            "Shield",
            "Shortbow",
            "Spear",
            "Speargun",
            "Staff",
            "Sword",
            "Torch",
            "Trident",
            "Warhorn");

    private static final int SAME_STAT = 1;
    private static final int SAME_UPGRADES = 2;
    private static final int SAME_INFUSIONS = 4;
    private static final int WEAPON = 8;
    private static final Piece NOTHING = new Piece(Slot.HELM, Optional.empty(), Optional.empty(), List.of(), List.of());

    private GearBytes() {}

    static void write(Equipment equipment, ByteWriter out) {
        var pieces = equipment.pieces().stream()
                .sorted(Comparator.comparing(Piece::slot))
                .toList();
        int worn = 0;
        for (var piece : pieces) worn |= 1 << piece.slot().ordinal();
        out.number(worn);
        var before = NOTHING;
        for (var piece : pieces) {
            write(piece, before, out);
            before = piece;
        }
        out.number(equipment.relic().orElse(0));
        out.number(equipment.food().orElse(0));
        out.number(equipment.utility().orElse(0));
    }

    private static void write(Piece piece, Piece before, ByteWriter out) {
        int weapon = piece.weapon().map(GearBytes::weapon).orElse(-1);
        int flags = (piece.stat().equals(before.stat()) ? SAME_STAT : 0)
                | (piece.upgrades().equals(before.upgrades()) ? SAME_UPGRADES : 0)
                | (piece.infusions().equals(before.infusions()) ? SAME_INFUSIONS : 0)
                | (weapon >= 0 ? WEAPON : 0);
        out.number(flags);
        if ((flags & SAME_STAT) == 0) out.number(piece.stat().orElse(0));
        if ((flags & SAME_UPGRADES) == 0) write(piece.upgrades(), out);
        if ((flags & SAME_INFUSIONS) == 0) write(piece.infusions(), out);
        if (weapon >= 0) out.number(weapon);
    }

    private static void write(List<Integer> ids, ByteWriter out) {
        out.number(ids.size());
        ids.forEach(out::number);
    }

    private static int weapon(String name) {
        for (int i = 0; i < WEAPONS.size(); i++) if (WEAPONS.get(i).equalsIgnoreCase(name)) return i;
        return -1;
    }

    static Equipment read(ByteReader in) throws ShareCodeFault {
        int worn = in.number();
        var slots = Slot.values();
        if (worn >= 1 << slots.length) throw ByteReader.odd();
        var pieces = new ArrayList<Piece>();
        var before = NOTHING;
        for (var slot : slots) {
            if ((worn & 1 << slot.ordinal()) == 0) continue;
            before = read(slot, before, in);
            pieces.add(before);
        }
        return new Equipment(pieces, id(in.number()), id(in.number()), id(in.number()));
    }

    private static Piece read(Slot slot, Piece before, ByteReader in) throws ShareCodeFault {
        int flags = in.number();
        if (flags > 15) throw ByteReader.odd();
        var stat = (flags & SAME_STAT) == 0 ? id(in.number()) : before.stat();
        var upgrades = (flags & SAME_UPGRADES) == 0 ? ids(2, in) : before.upgrades();
        var infusions = (flags & SAME_INFUSIONS) == 0 ? ids(3, in) : before.infusions();
        return new Piece(slot, (flags & WEAPON) == 0 ? Optional.empty() : weapon(in), stat, upgrades, infusions);
    }

    private static List<Integer> ids(int most, ByteReader in) throws ShareCodeFault {
        int count = in.number();
        if (count > most) throw ByteReader.odd();
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) ids.add(in.number());
        return ids;
    }

    private static Optional<String> weapon(ByteReader in) throws ShareCodeFault {
        int weapon = in.number();
        if (weapon >= WEAPONS.size()) throw ByteReader.odd();
        return Optional.of(WEAPONS.get(weapon));
    }

    private static Optional<Integer> id(int number) {
        return number == 0 ? Optional.empty() : Optional.of(number);
    }
}
