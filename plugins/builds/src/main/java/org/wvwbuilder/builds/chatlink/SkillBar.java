package org.wvwbuilder.builds.chatlink;

import java.util.List;

/**
 * The five chosen skills on land or under water.
 *
 * @param palettes heal, utility 1, 2, 3, elite as palette ids; 0 for an empty slot
 */
public record SkillBar(List<Integer> palettes) {
    public static final int SLOTS = 5;
    public static final SkillBar EMPTY = new SkillBar(List.of(0, 0, 0, 0, 0));

    public SkillBar {
        palettes = Unsigned.words("palette ids", palettes, SLOTS);
    }
}
