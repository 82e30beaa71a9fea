package org.wvwbuilder.builds.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.wvwbuilder.builds.catalogue.Contents;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.catalogue.Facts.Trait;
import org.wvwbuilder.builds.edition.Change.What;

/** The report of differences between two editions. Numbers that a patch balances are none: a build stays what it is. */
final class Comparison {
    private final Answers told;
    private final Set<String> goneBefore;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(Answers told, Set<String> goneBefore) {
        this.told = told;
        this.goneBefore = goneBefore;
    }

    /** @param goneBefore kind and id of what was gone already, such as {@code trait701} */
    static List<Change> of(Contents before, Contents after, Answers told, Set<String> goneBefore) {
        var comparison = new Comparison(told, goneBefore);
        comparison.all(before, after);
        return List.copyOf(comparison.changes);
    }

    private void all(Contents before, Contents after) {
        kind(
                "specialization",
                before.specializations(),
                after.specializations(),
                Comparison::meaning,
                known(Answers.Kind.SPECIALIZATION));
        kind("trait", before.traits(), after.traits(), Comparison::meaning, known(Answers.Kind.TRAIT));
        kind("skill", before.skills(), after.skills(), Comparison::meaning, known(Answers.Kind.SKILL));
        kind("legend", before.legends(), after.legends(), Comparison::meaning, told.legends()::containsKey);
        kind("pet", before.pets(), after.pets(), pet -> "", known(Answers.Kind.PET));
        kind("itemstat", before.itemStats(), after.itemStats(), ItemStat::attributes, known(Answers.Kind.ITEMSTAT));
        kind("upgrade", before.upgrades(), after.upgrades(), upgrade -> "", known(Answers.Kind.UPGRADE));
    }

    private IntPredicate known(Answers.Kind kind) {
        return id -> told.find(kind, id).isPresent();
    }

    private <T extends Named> void kind(
            String kind, List<T> before, List<T> after, Function<T, Object> meaning, IntPredicate told) {
        var old = new HashMap<Integer, T>();
        before.forEach(fact -> old.put(fact.id(), fact));
        for (var fact : after) {
            var was = Optional.ofNullable(old.get(fact.id()));
            what(kind, fact, was, meaning, told.test(fact.id()))
                    .ifPresent(what -> changes.add(
                            new Change(kind, fact.id(), what, was.map(Named::name), Optional.of(fact.name()))));
        }
    }

    private <T extends Named> Optional<What> what(
            String kind, T fact, Optional<T> was, Function<T, Object> meaning, boolean told) {
        boolean gone = goneBefore.contains(kind + fact.id());
        if (was.isEmpty()) return Optional.of(What.NEW);
        if (!told) return gone ? Optional.empty() : Optional.of(What.GONE);
        if (gone) return Optional.of(What.BACK);
        if (!meaning.apply(fact).equals(meaning.apply(was.get()))) return Optional.of(What.CHANGED);
        return fact.name().equals(was.get().name()) ? Optional.empty() : Optional.of(What.RENAMED);
    }

    private static Object meaning(Specialization s) {
        return List.of(s.profession(), s.elite(), s.minorTraits(), s.majorTraits());
    }

    private static Object meaning(Trait t) {
        return List.of(t.specialization(), t.slot(), t.tier(), t.choice());
    }

    private static Object meaning(Skill s) {
        return List.of(s.type(), s.slot(), s.weapon(), s.specialization(), Set.copyOf(s.professions()));
    }

    private static Object meaning(Legend l) {
        return List.of(l.swap(), l.heal(), l.utilities(), l.elite());
    }
}
