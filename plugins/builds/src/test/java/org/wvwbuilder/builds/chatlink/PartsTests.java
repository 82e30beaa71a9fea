package org.wvwbuilder.builds.chatlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;

/** The parts of a link one by one, at their limits, by numbers that are written down: no part is made by another. */
class PartsTests {

    @Test
    void theTwoBitsAboveTheChoicesAreKept() throws ChatLinkFault {
        assertThat(TraitLine.packed(7, 0b11_10_01_00)).isEqualTo(new TraitLine(7, 0, 1, 2, 3));
        assertThat(new TraitLine(7, 0, 1, 2, 3).packedChoices()).isEqualTo(0b11_10_01_00);
        var bytes = new byte[44];
        bytes[0] = 0x0D;
        bytes[1] = 1;
        bytes[3] = (byte) 0b11_10_01_00;
        var link = "[&" + Base64.getEncoder().encodeToString(bytes) + "]";
        assertThat(ChatLink.decode(link).lines().getFirst()).isEqualTo(new TraitLine(0, 0, 1, 2, 3));
        assertThat(ChatLink.encode(ChatLink.decode(link))).isEqualTo(link);
    }

    @Test
    void bytesAreWhatIsInThem() {
        var some = Bytes.ofHex("00ff");
        assertThat(some.length()).isEqualTo(2);
        assertThat(some).isEqualTo(Bytes.copyOf(new byte[] {9, 0, -1, 9}, 1, 3)).hasToString("00ff");
        assertThat(some).isNotEqualTo(Bytes.ofHex("00fe")).isNotEqualTo("00ff");
        assertThat(new HashSet<>(List.of(some, Bytes.ofHex("01"), Bytes.ofHex("02")))
                        .stream().map(Bytes::hashCode).distinct())
                .hasSize(3);
        assertThat(some.blank()).isFalse();
        assertThat(Bytes.zeros(3)).isEqualTo(Bytes.ofHex("000000"));
        assertThat(Bytes.zeros(3).blank()).isTrue();
    }

    @Test
    void aSkillHasThirtyTwoBits() {
        var extremes = List.of(0L, 4_294_967_295L);
        assertThat(new Weapons(List.of(), extremes, Bytes.NONE).overrides()).isEqualTo(extremes);
        for (long wrong : new long[] {-1, 4_294_967_296L}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Weapons(List.of(), List.of(wrong), Bytes.NONE))
                    .withMessageContaining("not " + wrong);
        }
    }

    @Test
    void theLongestTextIsLookedAtAndNoLongerOne() {
        assertThatExceptionOfType(ChatLinkFault.class)
                .isThrownBy(() -> ChatLink.decode("A".repeat(ChatLink.MOST_CHARACTERS)))
                .withMessageContaining("starts with");
        assertThatExceptionOfType(ChatLinkFault.class)
                .isThrownBy(() -> ChatLink.decode("A".repeat(ChatLink.MOST_CHARACTERS + 1)))
                .withMessageContaining("longer than any");
    }

    @Test
    void aProfessionIsFoundByItsNameInAnyCases() {
        assertThat(Profession.named("rEVENANT")).contains(Profession.REVENANT);
        assertThat(Profession.named("Guardian")).contains(Profession.GUARDIAN);
        assertThat(Profession.named("Bard")).isEmpty();
    }
}
