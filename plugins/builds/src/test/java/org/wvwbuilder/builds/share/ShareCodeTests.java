package org.wvwbuilder.builds.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.chatlink.PublishedLinks;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.template.StoredLink;

class ShareCodeTests {
    private static final List<Slot> WEAPONS = List.of(
            Slot.WEAPON_A1,
            Slot.WEAPON_A2,
            Slot.WEAPON_B1,
            Slot.WEAPON_B2,
            Slot.AQUATIC_WEAPON_A,
            Slot.AQUATIC_WEAPON_B);

    @Test
    void everyBuildComesBackFromItsCodeAsItWas() throws Exception {
        var random = new SplittableRandom(4);
        var links = PublishedLinks.all();
        for (int i = 0; i < 5_000; i++) {
            var template = StoredLink.read(links.get(i % links.size()).link());
            var build = new SharedBuild(template, equipment(random));
            var code = ShareCode.encode(build);
            assertThat(code).matches("wvw1\\.[A-Za-z0-9_-]+").hasSizeLessThan(600);
            assertThat(ShareCode.decode(' ' + code + '\n')).isEqualTo(build);
        }
    }

    @Test
    void aUsualBuildWithAllItsGearFitsIntoAChatMessage() {
        var pieces = new ArrayList<Piece>();
        for (var slot : Slot.values()) {
            var weapon = WEAPONS.contains(slot) ? Optional.of("Sword") : Optional.<String>empty();
            int stat = slot.compareTo(Slot.BACK) >= 0 && slot.compareTo(Slot.RING_2) <= 0 ? 1134 : 1123;
            pieces.add(new Piece(slot, weapon, Optional.of(stat), List.of(24836), List.of(43250)));
        }
        var equipment = new Equipment(pieces, Optional.of(100090), Optional.of(91805), Optional.of(9443));
        var template = StoredLink.read(PublishedLinks.all().getLast().link());
        assertThat(ShareCode.encode(new SharedBuild(template, equipment))).hasSizeLessThan(200);
    }

    @Test
    void whateverIsChangedOnTheWayIsNoticed() {
        var code = ShareCode.encode(new SharedBuild(
                StoredLink.read(PublishedLinks.all().getFirst().link()), equipment(new SplittableRandom(7))));
        for (int i = 0; i < code.length(); i++) {
            var cut = code.substring(0, i) + code.substring(i + 1);
            var changed = code.substring(0, i) + (code.charAt(i) == 'A' ? 'B' : 'A') + code.substring(i + 1);
            for (var wrong : List.of(cut, changed, code.substring(0, i))) {
                assertThatThrownBy(() -> ShareCode.decode(wrong)).as(wrong).isInstanceOf(ShareCodeFault.class);
            }
        }
        assertThatThrownBy(() -> ShareCode.decode(code + code)).isInstanceOf(ShareCodeFault.class);
        assertThatThrownBy(() -> ShareCode.decode("wvw1." + "A".repeat(5_000))).isInstanceOf(ShareCodeFault.class);
    }

    @Test
    void aCodeOfAnotherVersionSaysSo() {
        assertThatThrownBy(() -> ShareCode.decode("wvw2.AAAA"))
                .isInstanceOf(ShareCodeFault.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("update");
    }

    @Test
    void bytesThatNobodyWroteAreRefusedNotRead() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            var in = new ByteReader(bytes);
            try {
                in.packed();
                assertThat(GearBytes.read(in).pieces()).hasSizeLessThanOrEqualTo(Slot.values().length);
            } catch (ShareCodeFault refused) {
                assertThat(refused).hasMessageContaining("make it again");
            }
        }
    }

    private static Equipment equipment(SplittableRandom random) {
        var pieces = new ArrayList<Piece>();
        for (var slot : Slot.values()) {
            if (random.nextInt(4) == 0) continue;
            var weapon = WEAPONS.contains(slot) && random.nextBoolean()
                    ? Optional.of("Greatsword")
                    : Optional.<String>empty();
            pieces.add(new Piece(slot, weapon, id(random), ids(random, 2), ids(random, 3)));
        }
        return new Equipment(pieces, id(random), id(random), id(random));
    }

    private static Optional<Integer> id(SplittableRandom random) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(1 + random.nextInt(Integer.MAX_VALUE));
    }

    private static List<Integer> ids(SplittableRandom random, int most) {
        return random.ints(random.nextInt(most + 1), 1, 110_000).boxed().toList();
    }
}
