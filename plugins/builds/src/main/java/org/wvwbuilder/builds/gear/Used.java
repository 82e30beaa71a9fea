package org.wvwbuilder.builds.gear;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Ref;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.builds.template.Template.Bar;

/** Names the facts that a build uses, by kind and id, such as {@code trait701}. */
public final class Used {
    private final Set<String> facts = new HashSet<>();

    private Used() {}

    public static Set<String> facts(Catalogue catalogue, Details details) {
        var used = new Used();
        used.template(Describer.describe(catalogue, StoredLink.read(details.chatLink())));
        used.equipment(details.equipment());
        return used.facts;
    }

    private void template(Template template) {
        for (var line : template.specializations()) {
            facts.add("specialization" + line.id());
            refs("trait", line.traits());
        }
        bar(template.terrestrial());
        bar(template.aquatic());
        template.pets().ifPresent(pets -> {
            refs("pet", pets.terrestrial());
            refs("pet", pets.aquatic());
        });
        template.legends().ifPresent(legends -> {
            refs("legend", legends.terrestrial());
            refs("legend", legends.aquatic());
            bar(legends.inactiveTerrestrial());
            bar(legends.inactiveAquatic());
        });
    }

    private void equipment(Equipment equipment) {
        for (var piece : equipment.pieces()) {
            piece.stat().ifPresent(stat -> facts.add("itemstat" + stat));
            piece.upgrades().forEach(upgrade -> facts.add("upgrade" + upgrade));
            piece.infusions().forEach(infusion -> facts.add("upgrade" + infusion));
        }
        equipment.relic().ifPresent(relic -> facts.add("upgrade" + relic));
        equipment.food().ifPresent(food -> facts.add("upgrade" + food));
        equipment.utility().ifPresent(utility -> facts.add("upgrade" + utility));
    }

    private void bar(Bar bar) {
        refs("skill", bar.skills());
    }

    private void refs(String kind, List<Optional<Ref>> refs) {
        refs.forEach(ref -> ref.ifPresent(some -> facts.add(kind + some.id())));
    }
}
