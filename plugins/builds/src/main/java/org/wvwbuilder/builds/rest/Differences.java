package org.wvwbuilder.builds.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.rest.HistoryAnswer.Change;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Ref;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.builds.template.Template;

/** Says in words of the game what is different between two states of a build. */
final class Differences {
    private final Supplier<Catalogue> catalogue;

    Differences(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    List<Change> between(Details before, Details after) {
        var old = fields(before);
        var now = fields(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            var was = Optional.ofNullable(old.get(name));
            var is = Optional.ofNullable(now.get(name));
            if (!was.equals(is)) changes.add(new Change(name, was, is));
        }
        return changes;
    }

    private Map<String, String> fields(Details details) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "name", details.name());
        put(fields, "chat_link", details.chatLink());
        template(fields, Describer.describe(catalogue.get(), StoredLink.read(details.chatLink())));
        equipment(fields, details.equipment());
        put(fields, "game_mode", details.gameMode());
        put(fields, "role", details.role());
        put(fields, "tags", String.join(", ", details.tags()));
        put(fields, "notes", details.notes());
        put(fields, "visibility", details.visibility().word());
        put(fields, "team_id", details.team().orElse(""));
        return fields;
    }

    private static void template(Map<String, String> fields, Template template) {
        for (int i = 0; i < template.specializations().size(); i++) {
            var line = template.specializations().get(i);
            if (line.id() == 0) continue;
            var traits = line.traits().stream().map(Differences::name).collect(Collectors.joining(", "));
            put(fields, "specializations." + (i + 1), line.name().orElse("" + line.id()) + ": " + traits);
        }
        put(fields, "terrestrial", names(template.terrestrial().skills().stream()));
        put(fields, "aquatic", names(template.aquatic().skills().stream()));
        template.pets().ifPresent(pets -> {
            put(fields, "pets.terrestrial", names(pets.terrestrial().stream()));
            put(fields, "pets.aquatic", names(pets.aquatic().stream()));
        });
        template.legends().ifPresent(legends -> {
            put(fields, "legends.terrestrial", names(legends.terrestrial().stream()));
            put(fields, "legends.aquatic", names(legends.aquatic().stream()));
        });
        put(fields, "weapons", names(template.weapons().stream().map(Optional::of)));
    }

    private void equipment(Map<String, String> fields, Equipment equipment) {
        equipment.relic().ifPresent(id -> put(fields, "equipment.relic", upgrade(id)));
        equipment.food().ifPresent(id -> put(fields, "equipment.food", upgrade(id)));
        equipment.utility().ifPresent(id -> put(fields, "equipment.utility", upgrade(id)));
        for (var piece : equipment.pieces()) {
            var slot = piece.slot().name().toLowerCase(Locale.ROOT);
            put(fields, "equipment." + slot, piece(piece));
        }
    }

    private String piece(Piece piece) {
        var stat = piece.stat().map(id -> name(catalogue.get().itemStats().find(id), id));
        var worn = Stream.concat(piece.upgrades().stream(), piece.infusions().stream())
                .map(this::upgrade);
        return Stream.concat(Stream.concat(piece.weapon().stream(), stat.stream()), worn)
                .collect(Collectors.joining(", "));
    }

    private String upgrade(int id) {
        return name(catalogue.get().upgrades().find(id), id);
    }

    private static String name(Optional<? extends Named> fact, int id) {
        return fact.map(Named::name).orElse("" + id);
    }

    private static String names(Stream<Optional<Ref>> refs) {
        var names = refs.map(Differences::name).toList();
        return names.stream().allMatch("-"::equals) ? "" : String.join(", ", names);
    }

    private static String name(Optional<Ref> ref) {
        return ref.map(known -> known.name().orElse("" + known.id())).orElse("-");
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) fields.put(name, value);
    }
}
