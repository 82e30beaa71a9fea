package org.wvwbuilder.builds.chatlink;

import java.util.List;

/** The 16 bytes of a link whose meaning depends on the profession. */
public sealed interface ProfessionBlock {
    int LENGTH = 16;

    /**
     * A Ranger's pets; id 0 for none.
     *
     * @param rest the twelve bytes after them, which the game leaves at 0
     */
    record Pets(int land1, int land2, int water1, int water2, Bytes rest) implements ProfessionBlock {
        public static final int REST = 12;

        public Pets {
            for (int pet : new int[] {land1, land2, water1, water2}) Unsigned.fit("a pet id", pet, 0xFF);
            if (rest.length() != REST) throw new IllegalArgumentException("twelve bytes follow the pets");
        }
    }

    /** A Revenant's legends. */
    record Legends(LegendPair land, LegendPair water) implements ProfessionBlock {}

    /** What the other seven professions have: zeros, unless a later patch gives them a meaning. */
    record Plain(Bytes content) implements ProfessionBlock {
        public static final Plain ZEROS = new Plain(Bytes.zeros(LENGTH));

        public Plain {
            if (content.length() != LENGTH) throw new IllegalArgumentException("a profession block has 16 bytes");
        }
    }

    /**
     * The two legends of one environment, by their codes; 0 for none.
     *
     * @param inactiveUtilities the palette ids of the inactive legend's three utilities
     */
    record LegendPair(int active, int inactive, List<Integer> inactiveUtilities) {
        public static final int UTILITIES = 3;

        public LegendPair {
            Unsigned.fit("a legend code", active, 0xFF);
            Unsigned.fit("a legend code", inactive, 0xFF);
            inactiveUtilities = Unsigned.words("palette ids of inactive utilities", inactiveUtilities, UTILITIES);
        }
    }
}
