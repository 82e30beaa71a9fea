package org.wvwbuilder.builds.chatlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wvwbuilder.builds.chatlink.Armament.Legacy;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;

/** Writes the bytes of a template: the exact opposite of {@link TemplateReader}. */
final class TemplateWriter {
    private final ByteBuffer out;

    private TemplateWriter(int length) {
        out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] write(BuildTemplate template) {
        int weapons = switch (template.armament()) {
            case Legacy legacy -> 0;
            case Weapons w ->
                2
                        + 2 * w.types().size()
                        + 4 * w.overrides().size()
                        + w.trailing().length();
        };
        return new TemplateWriter(TemplateReader.LEGACY_LENGTH + weapons).template(template);
    }

    private byte[] template(BuildTemplate template) {
        octet(TemplateReader.HEADER);
        octet(template.profession().code());
        for (var line : template.lines()) {
            octet(line.specialization());
            octet(line.packedChoices());
        }
        for (int slot = 0; slot < SkillBar.SLOTS; slot++) {
            word(template.land().palettes().get(slot));
            word(template.water().palettes().get(slot));
        }
        block(template.block());
        if (template.armament() instanceof Weapons weapons) armament(weapons);
        return out.array();
    }

    private void block(ProfessionBlock block) {
        switch (block) {
            case Pets pets -> {
                octet(pets.land1());
                octet(pets.land2());
                octet(pets.water1());
                octet(pets.water2());
                out.put(pets.rest().content());
            }
            case Legends legends -> {
                legendCodes(legends.land());
                legendCodes(legends.water());
                legends.land().inactiveUtilities().forEach(this::word);
                legends.water().inactiveUtilities().forEach(this::word);
            }
            case Plain plain -> out.put(plain.content().content());
        }
    }

    private void legendCodes(LegendPair pair) {
        octet(pair.active());
        octet(pair.inactive());
    }

    private void armament(Weapons weapons) {
        octet(weapons.types().size());
        weapons.types().forEach(this::word);
        octet(weapons.overrides().size());
        weapons.overrides().forEach(skill -> out.putInt((int) (long) skill));
        out.put(weapons.trailing().content());
    }

    private void octet(int value) {
        out.put((byte) value);
    }

    private void word(int value) {
        out.putShort((short) value);
    }
}
