package org.wvwbuilder.builds.chatlink;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.wvwbuilder.builds.chatlink.Armament.Legacy;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;

/** Templates from all over what a link can say, sensible or not. The same seed gives the same templates. */
public record RandomTemplates(RandomGenerator random) {

    public BuildTemplate next() {
        var profession = Profession.values()[random.nextInt(9)];
        return new BuildTemplate(
                profession, List.of(line(), line(), line()), bar(), bar(), block(profession), armament());
    }

    private TraitLine line() {
        return TraitLine.packed(octet(), octet());
    }

    private SkillBar bar() {
        return new SkillBar(words(SkillBar.SLOTS));
    }

    private ProfessionBlock block(Profession profession) {
        return switch (profession) {
            case RANGER -> new Pets(octet(), octet(), octet(), octet(), bytes(Pets.REST));
            case REVENANT -> new Legends(legends(), legends());
            default -> new Plain(bytes(ProfessionBlock.LENGTH));
        };
    }

    private LegendPair legends() {
        return new LegendPair(octet(), octet(), words(LegendPair.UTILITIES));
    }

    private Armament armament() {
        if (random.nextInt(4) == 0) return new Legacy();
        boolean extreme = random.nextInt(100) == 0;
        var overrides = LongStream.range(0, extreme ? 255 : random.nextInt(6))
                .mapToObj(i -> random.nextLong(1L << 32))
                .toList();
        var trailing = bytes(random.nextInt(8) == 0 ? random.nextInt(ChatLink.MOST_TRAILING_BYTES + 1) : 0);
        return new Weapons(words(extreme ? 255 : random.nextInt(6)), overrides, trailing);
    }

    private List<Integer> words(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> random.nextInt(5) == 0 ? 0 : random.nextInt(1 << 16))
                .toList();
    }

    private Bytes bytes(int length) {
        var content = new byte[length];
        if (random.nextBoolean()) random.nextBytes(content);
        return Bytes.copyOf(content, 0, length);
    }

    private int octet() {
        return random.nextInt(256);
    }
}
