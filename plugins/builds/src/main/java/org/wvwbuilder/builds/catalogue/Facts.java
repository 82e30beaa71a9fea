package org.wvwbuilder.builds.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** The kinds of facts that the catalogue holds. Ids are those of the game's own API. */
public final class Facts {

    private Facts() {}

    /** Something with a number and an English name. */
    public sealed interface Named {
        int id();

        String name();
    }

    @Doc("A profession; its id is its name, its code the number in chat links.")
    public record Profession(
            String id,
            int code,
            String name,
            String armor,
            @Doc("Health at level 80 before vitality.") int baseHealth,
            List<Integer> specializations,
            List<Integer> skills,
            List<ProfessionWeapon> weapons) {}

    @Doc("A weapon that a profession wields, with its five or fewer skills.")
    public record ProfessionWeapon(
            String type,
            @Doc("Mainhand, Offhand, TwoHand, Aquatic") List<String> hands,

            @Doc("The elite specialization that first unlocked it, if any.")
            Optional<Integer> specialization,

            List<WeaponSkill> skills) {}

    public record WeaponSkill(int id, String slot) {}

    public record Specialization(
            int id,
            String name,
            String profession,
            boolean elite,
            String expansion,
            List<Integer> minorTraits,

            @Doc("Nine: three for each of adept, master and grandmaster.")
            List<Integer> majorTraits)
            implements Named {

        /** The trait of a choice 1 to 3 in tier 1 to 3, or empty for choice 0. */
        public Optional<Integer> trait(int tier, int choice) {
            return choice == 0 ? Optional.empty() : Optional.of(majorTraits.get(3 * (tier - 1) + choice - 1));
        }
    }

    public record Trait(
            int id,
            String name,
            int specialization,
            @Doc("Minor or Major") String slot,
            int tier,

            @Doc("1 top, 2 middle, 3 bottom; null for minor traits")
            Optional<Integer> choice)
            implements Named {}

    public record Skill(
            int id,
            String name,
            Optional<String> type,
            Optional<String> slot,
            Optional<String> weapon,
            Optional<Integer> specialization,
            @Doc("Seconds, in PvE.") Optional<Double> rechargePve,
            List<String> categories,
            List<String> professions,
            Optional<Integer> flipSkill,
            Optional<Integer> nextChain,

            @Doc("The palette ids that stand for it in a chat link, by profession.")
            Map<String, List<Integer>> palettes)
            implements Named {}

    @Doc("A Revenant's legend; its id is the code in chat links.")
    public record Legend(
            int id,
            String name,
            @Doc("False while the code is only presumed.") boolean certain,
            Optional<Integer> specialization,
            int swap,
            int heal,
            List<Integer> utilities,
            int elite)
            implements Named {}

    public record Pet(int id, String name) implements Named {}

    @Doc("A weapon type; its id is the one in chat links, null when no link can hold it.")
    public record Weapon(Optional<Integer> id, String name, String hand) {}

    public record ItemStat(
            int id,
            String name,
            List<StatAttribute> attributes,

            @Doc("May stand on armour and weapons of level 80.")
            boolean armorWeapon,

            @Doc("May stand on trinkets of level 80.") boolean trinket)
            implements Named {}

    public record StatAttribute(String attribute, double multiplier, int value) {}

    @Doc("A rune, sigil, relic, infusion, food or utility item.")
    public record Upgrade(int id, String type, String name, Optional<Integer> durationMs, List<Bonus> bonuses)
            implements Named {}

    public record Bonus(
            String attribute,
            int value,
            boolean percent,

            @Doc("The attribute that it is a share of, if any.")
            Optional<String> from) {}

    @Doc("A skill or trait that gives boons or removes conditions in WvW.")
    public record BoonSource(
            @Doc("skill or trait") String kind,
            int id,
            String name,
            List<Boon> boons,
            Optional<Integer> conditionsRemoved,
            boolean stunBreak,
            Optional<Integer> targets)
            implements Named {}

    @Doc("Seconds and stacks.")
    public record Boon(String boon, double duration, int stacks) {}
}
