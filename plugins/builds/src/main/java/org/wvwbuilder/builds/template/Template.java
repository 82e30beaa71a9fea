package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/**
 * A build template as JSON. It says everything that the link says, so that reading it back gives the same bytes. On the
 * way in every part may be left out, and lists may be shorter: what is missing counts as empty.
 */
@Doc("A decoded build template.")
public record Template(
        @Doc("The profession's English name.") String profession,

        @Doc("True for a link from before 2023, which has no weapons.")
        Boolean legacy,

        @Doc("Three; the elite one stands third. Id 0 is an empty line.")
        List<Line> specializations,

        Bar terrestrial,
        Bar aquatic,
        @Doc("Of Rangers only.") Optional<Pets> pets,
        @Doc("Of Revenants only.") Optional<Legends> legends,
        @Doc("The weapon types used; a set, not slots.") List<Ref> weapons,

        @Doc("Ids of weapon skills chosen instead of the usual ones.")
        List<Long> overrides,

        @Doc("Bytes about the profession that nobody knows, as hexadecimal; null where all are 0.")
        Optional<String> professionBlock,

        @Doc("Bytes behind all known fields, as hexadecimal; null where there are none.")
        Optional<String> trailingBytes,

        @Doc("What the catalogue does not know; such ids are kept as they are. Not read.")
        List<String> warnings) {

    public Template {
        legacy = Boolean.TRUE.equals(legacy);
        specializations = list(specializations);
        terrestrial = Objects.requireNonNullElse(terrestrial, Bar.EMPTY);
        aquatic = Objects.requireNonNullElse(aquatic, Bar.EMPTY);
        pets = Objects.requireNonNullElse(pets, Optional.empty());
        legends = Objects.requireNonNullElse(legends, Optional.empty());
        weapons = list(weapons);
        overrides = list(overrides);
        professionBlock = Objects.requireNonNullElse(professionBlock, Optional.empty());
        trailingBytes = Objects.requireNonNullElse(trailingBytes, Optional.empty());
        warnings = list(warnings);
    }

    public record Line(
            int id,
            Optional<String> name,
            Boolean elite,

            @Doc("Adept, master, grandmaster: 0 none, 1 top, 2 middle, 3 bottom.")
            List<Integer> choices,

            @Doc("The three chosen traits, null for none. Not read.")
            List<Optional<Ref>> traits,

            @Doc("Two bits above the choices that the game leaves at 0.")
            Integer spareBits) {

        public Line {
            name = Objects.requireNonNullElse(name, Optional.empty());
            elite = Boolean.TRUE.equals(elite);
            choices = list(choices);
            traits = list(traits);
            spareBits = Objects.requireNonNullElse(spareBits, 0);
        }
    }

    @Doc("Heal, utility 1, 2, 3, elite.")
    public record Bar(
            @Doc("0 for an empty slot. Where left out, they are found from the skills.")
            List<Integer> paletteIds,

            @Doc("Null for an empty slot and for an unknown palette.")
            List<Optional<Ref>> skills) {
        static final Bar EMPTY = new Bar(List.of(), List.of());

        public Bar {
            paletteIds = list(paletteIds);
            skills = list(skills);
        }
    }

    @Doc("Two pets for land, two for water; null for none.")
    public record Pets(List<Optional<Ref>> terrestrial, List<Optional<Ref>> aquatic) {

        public Pets {
            terrestrial = list(terrestrial);
            aquatic = list(aquatic);
        }
    }

    @Doc("For land and for water the active and the inactive legend, null for none, by their codes in links.")
    public record Legends(
            List<Optional<Ref>> terrestrial,
            List<Optional<Ref>> aquatic,

            @Doc("The three utilities of the inactive legend on land.")
            Bar inactiveTerrestrial,

            @Doc("The three utilities of the inactive legend under water.")
            Bar inactiveAquatic) {

        public Legends {
            terrestrial = list(terrestrial);
            aquatic = list(aquatic);
            inactiveTerrestrial = Objects.requireNonNullElse(inactiveTerrestrial, Bar.EMPTY);
            inactiveAquatic = Objects.requireNonNullElse(inactiveAquatic, Bar.EMPTY);
        }
    }

    /** A list that may hold nulls, which a request's JSON may bring and the assembler names. */
    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }
}
