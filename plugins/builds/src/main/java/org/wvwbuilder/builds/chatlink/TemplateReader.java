package org.wvwbuilder.builds.chatlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.builds.chatlink.Armament.Legacy;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;

/** Reads the bytes of a template, from first to last. Numbers are unsigned and little endian. */
final class TemplateReader {
    static final int HEADER = 0x0D;
    static final int LEGACY_LENGTH = 44;

    private final ByteBuffer in;

    private TemplateReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static BuildTemplate read(byte[] bytes) throws ChatLinkFault {
        if (bytes.length > 0 && bytes[0] != HEADER) {
            throw new ChatLinkFault("This is a link of another kind (0x%02X, not 0x0D). Copy a build template's link."
                    .formatted(bytes[0]));
        }
        if (bytes.length < LEGACY_LENGTH) {
            throw new ChatLinkFault("This link ends too early: a build template has at least 44 bytes, this one "
                    + bytes.length + ". Copy the whole link again from the game's build panel.");
        }
        return new TemplateReader(bytes).template();
    }

    private BuildTemplate template() throws ChatLinkFault {
        octet();
        int code = octet();
        var profession = Profession.ofCode(code)
                .orElseThrow(() -> new ChatLinkFault("This link names profession " + code
                        + ", but there are only 1 to 9. Copy the link again from the game's build panel."));
        var lines = List.of(line(), line(), line());
        var land = new ArrayList<Integer>(SkillBar.SLOTS);
        var water = new ArrayList<Integer>(SkillBar.SLOTS);
        for (int slot = 0; slot < SkillBar.SLOTS; slot++) {
            land.add(word());
            water.add(word());
        }
        return new BuildTemplate(
                profession, lines, new SkillBar(land), new SkillBar(water), block(profession), armament());
    }

    private TraitLine line() {
        return TraitLine.packed(octet(), octet());
    }

    private ProfessionBlock block(Profession profession) {
        return switch (profession) {
            case RANGER -> new Pets(octet(), octet(), octet(), octet(), rest(Pets.REST));
            case REVENANT -> legends();
            case GUARDIAN, WARRIOR, ENGINEER, THIEF, ELEMENTALIST, MESMER, NECROMANCER -> plain();
        };
    }

    private Legends legends() {
        int landActive = octet();
        int landInactive = octet();
        int waterActive = octet();
        int waterInactive = octet();
        var land = new LegendPair(landActive, landInactive, List.of(word(), word(), word()));
        return new Legends(land, new LegendPair(waterActive, waterInactive, List.of(word(), word(), word())));
    }

    private Plain plain() {
        var content = rest(ProfessionBlock.LENGTH);
        return content.blank() ? Plain.ZEROS : new Plain(content);
    }

    private Armament armament() throws ChatLinkFault {
        if (!in.hasRemaining()) return new Legacy();
        int weapons = count("weapons", 2);
        var types = new ArrayList<Integer>(weapons);
        for (int i = 0; i < weapons; i++) types.add(word());
        int overrides = count("weapon skill overrides", 4);
        var skills = new ArrayList<Long>(overrides);
        for (int i = 0; i < overrides; i++) skills.add(Integer.toUnsignedLong(in.getInt()));
        if (in.remaining() > ChatLink.MOST_TRAILING_BYTES) {
            throw new ChatLinkFault("After the weapons of this link stand " + in.remaining()
                    + " more bytes, more than any link may have. Copy the link again from the game's build panel.");
        }
        return new Weapons(types, skills, rest(in.remaining()));
    }

    private int count(String of, int size) throws ChatLinkFault {
        int count = in.hasRemaining() ? octet() : 1;
        if (in.remaining() < count * size) {
            throw new ChatLinkFault(
                    "This link ends within its " + of + ". Copy the whole link again from the game's build panel.");
        }
        return count;
    }

    private int octet() {
        return Byte.toUnsignedInt(in.get());
    }

    private int word() {
        return Short.toUnsignedInt(in.getShort());
    }

    private Bytes rest(int length) {
        int from = in.position();
        in.position(from + length);
        return Bytes.copyOf(in.array(), from, from + length);
    }
}
