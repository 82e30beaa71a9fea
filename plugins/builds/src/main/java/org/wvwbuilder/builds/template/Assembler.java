package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.Armament;
import org.wvwbuilder.builds.chatlink.Armament.Legacy;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.ProfessionBlock;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;
import org.wvwbuilder.builds.chatlink.SkillBar;
import org.wvwbuilder.builds.chatlink.TraitLine;
import org.wvwbuilder.plugin.Problem;

/** Makes a build template of its JSON form, or names every field that does not fit into a link. For one object only. */
public final class Assembler {
    private static final int BYTE = 0xFF;
    private static final int WORD = 0xFFFF;

    private final Template template;
    private final Fields fields;
    private final PaletteChoice palettes;

    private Assembler(Catalogue catalogue, Template template, Fields fields) {
        this.template = template;
        this.fields = fields;
        this.palettes = new PaletteChoice(catalogue, fields);
    }

    /**
     * Assembles a template.
     *
     * @param root JSON pointer of the object in the request: empty, or {@code /template}
     * @throws Problem 422 with every field that is not right
     */
    public static BuildTemplate assemble(Catalogue catalogue, Template template, String root) {
        var findings = new Findings();
        return new Assembler(catalogue, template, new Fields(root, findings)).assemble(findings);
    }

    private BuildTemplate assemble(Findings findings) {
        var profession = Profession.named(Objects.requireNonNullElse(template.profession(), ""));
        if (profession.isEmpty()) fields.add("/profession", "one of the nine professions, as Guardian or Necromancer");
        findings.refuse();
        var lines = new ArrayList<TraitLine>(BuildTemplate.LINES);
        fields.atMost("/specializations", template.specializations(), BuildTemplate.LINES);
        for (int i = 0; i < BuildTemplate.LINES; i++) lines.add(line(i));
        var block = block(profession.get());
        var land = bar("/terrestrial", template.terrestrial(), profession.get(), active(block, true));
        var water = bar("/aquatic", template.aquatic(), profession.get(), active(block, false));
        var armament = armament();
        findings.refuse();
        return new BuildTemplate(profession.get(), lines, land, water, block, armament);
    }

    private TraitLine line(int index) {
        var line = index < template.specializations().size()
                ? template.specializations().get(index)
                : null;
        if (line == null) return TraitLine.packed(0, 0);
        var at = "/specializations/" + index;
        var choices = fields.numbers(at + "/choices", line.choices(), 3, 3);
        return new TraitLine(
                fields.number(at + "/id", line.id(), BYTE),
                choices.get(0),
                choices.get(1),
                choices.get(2),
                fields.number(at + "/spare_bits", line.spareBits(), 3));
    }

    private SkillBar bar(String at, Template.Bar bar, Profession profession, int legend) {
        return new SkillBar(palettes.of(at, bar, profession, legend, SkillBar.SLOTS));
    }

    private static int active(ProfessionBlock block, boolean land) {
        if (!(block instanceof Legends legends)) return 0;
        return land ? legends.land().active() : legends.water().active();
    }

    private ProfessionBlock block(Profession profession) {
        if (profession != Profession.RANGER && template.pets().isPresent())
            fields.add("/pets", "null: only Rangers have pets");
        if (profession != Profession.REVENANT && template.legends().isPresent()) {
            fields.add("/legends", "null: only Revenants have legends");
        }
        return switch (profession) {
            case RANGER -> pets(template.pets().orElseGet(() -> new Template.Pets(List.of(), List.of())));
            case REVENANT -> {
                if (template.professionBlock().isPresent()) {
                    fields.add("/profession_block", "null: a Revenant's legends say everything");
                }
                yield legends(template.legends()
                        .orElseGet(() ->
                                new Template.Legends(List.of(), List.of(), Template.Bar.EMPTY, Template.Bar.EMPTY)));
            }
            case GUARDIAN, WARRIOR, ENGINEER, THIEF, ELEMENTALIST, MESMER, NECROMANCER ->
                new Plain(fields.bytes("/profession_block", template.professionBlock(), ProfessionBlock.LENGTH));
        };
    }

    private Pets pets(Template.Pets pets) {
        var land = fields.ids("/pets/terrestrial", pets.terrestrial(), 2, BYTE);
        var water = fields.ids("/pets/aquatic", pets.aquatic(), 2, BYTE);
        return new Pets(
                land.get(0),
                land.get(1),
                water.get(0),
                water.get(1),
                fields.bytes("/profession_block", template.professionBlock(), Pets.REST));
    }

    private Legends legends(Template.Legends legends) {
        return new Legends(
                pair("/legends/terrestrial", legends.terrestrial(), legends.inactiveTerrestrial()),
                pair("/legends/aquatic", legends.aquatic(), legends.inactiveAquatic()));
    }

    private LegendPair pair(String at, List<Optional<Ref>> codes, Template.Bar inactive) {
        var pair = fields.ids(at, codes, 2, BYTE);
        var where = at.replace("/legends/", "/legends/inactive_");
        var utilities = palettes.of(where, inactive, Profession.REVENANT, pair.get(1), LegendPair.UTILITIES);
        return new LegendPair(pair.get(0), pair.get(1), utilities);
    }

    private Armament armament() {
        var trailing = fields.freeBytes("/trailing_bytes", template.trailingBytes(), ChatLink.MOST_TRAILING_BYTES);
        if (template.legacy()) {
            boolean bare = template.weapons().isEmpty() && template.overrides().isEmpty() && trailing.length() == 0;
            if (!bare) fields.add("/legacy", "false: a legacy link has neither weapons nor overrides");
            return new Legacy();
        }
        fields.atMost("/weapons", template.weapons(), Armament.MOST);
        fields.atMost("/overrides", template.overrides(), Armament.MOST);
        var types = new ArrayList<Integer>();
        for (int i = 0; i < template.weapons().size(); i++) {
            var weapon = template.weapons().get(i);
            types.add(fields.number("/weapons/" + i + "/id", weapon == null ? -1 : weapon.id(), WORD));
        }
        var overrides = new ArrayList<Long>();
        for (int i = 0; i < template.overrides().size(); i++) {
            var skill = template.overrides().get(i);
            overrides.add(fields.number("/overrides/" + i, skill == null ? -1 : skill, Armament.HIGHEST_SKILL));
        }
        return fields.sound() ? new Weapons(types, overrides, trailing) : new Legacy();
    }
}
