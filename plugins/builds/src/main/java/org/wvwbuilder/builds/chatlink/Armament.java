package org.wvwbuilder.builds.chatlink;

import java.util.List;

/** What follows the profession block: nothing in links from before 2023, the weapons since. */
public sealed interface Armament {
    int MOST = 0xFF;
    long HIGHEST_SKILL = 0xFFFF_FFFFL;

    /** A link of 44 bytes, without a weapon block. */
    record Legacy() implements Armament {}

    /**
     * The weapon block.
     *
     * @param types weapon type ids, at most 255; the set of those used, not slots
     * @param overrides ids of weapon skills chosen instead of the usual ones, at most 255, each of 32 bits
     * @param trailing bytes after all that, which no link has today; kept, so that a later patch loses nothing
     */
    record Weapons(List<Integer> types, List<Long> overrides, Bytes trailing) implements Armament {
        public static final Weapons NONE = new Weapons(List.of(), List.of(), Bytes.NONE);

        public Weapons {
            Unsigned.fit("the number of weapons", types.size(), MOST);
            Unsigned.fit("the number of overrides", overrides.size(), MOST);
            types = Unsigned.words("weapon type ids", types);
            overrides = List.copyOf(overrides);
            for (long skill : overrides) {
                if (skill < 0 || skill > HIGHEST_SKILL) {
                    throw new IllegalArgumentException("a skill id must be from 0 to 4294967295, not " + skill);
                }
            }
            Unsigned.fit("the number of trailing bytes", trailing.length(), ChatLink.MOST_TRAILING_BYTES);
        }
    }
}
