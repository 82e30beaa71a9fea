package org.wvwbuilder.builds.chatlink;

import java.util.List;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;

/**
 * What a build template link says, whole: two templates are equal exactly when their links have the same bytes.
 *
 * @param lines three; the elite specialization stands third
 * @param block pets of a Ranger, legends of a Revenant, plain bytes of everybody else
 */
public record BuildTemplate(
        Profession profession,
        List<TraitLine> lines,
        SkillBar land,
        SkillBar water,
        ProfessionBlock block,
        Armament armament) {
    public static final int LINES = 3;

    public BuildTemplate {
        lines = List.copyOf(lines);
        if (lines.size() != LINES) throw new IllegalArgumentException("a template has three specializations");
        boolean fits = switch (block) {
            case Pets pets -> profession == Profession.RANGER;
            case Legends legends -> profession == Profession.REVENANT;
            case Plain plain -> profession != Profession.RANGER && profession != Profession.REVENANT;
        };
        if (!fits) throw new IllegalArgumentException("this profession block belongs to another profession");
    }

    /** True for a link from before 2023, which has no weapon block. */
    public boolean legacy() {
        return armament instanceof Armament.Legacy;
    }
}
