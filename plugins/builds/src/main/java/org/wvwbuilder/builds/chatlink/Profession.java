package org.wvwbuilder.builds.chatlink;

import java.util.Optional;

/** The nine professions, in the order of their codes in a link. */
public enum Profession {
    GUARDIAN("Guardian"),
    WARRIOR("Warrior"),
    ENGINEER("Engineer"),
    RANGER("Ranger"),
    THIEF("Thief"),
    ELEMENTALIST("Elementalist"),
    MESMER("Mesmer"),
    NECROMANCER("Necromancer"),
    REVENANT("Revenant");

    private static final Profession[] BY_CODE = values();

    private final String title;

    Profession(String title) {
        this.title = title;
    }

    /** The name as the game's API spells it: {@code Guardian}. */
    public String title() {
        return title;
    }

    /** The byte that stands for it: 1 to 9. */
    public int code() {
        return ordinal() + 1;
    }

    /** The profession of a code, or empty below 1 and above 9. */
    public static Optional<Profession> ofCode(int code) {
        return code < 1 || code > BY_CODE.length ? Optional.empty() : Optional.of(BY_CODE[code - 1]);
    }

    /** The profession of a name, in any mixture of cases. */
    public static Optional<Profession> named(String name) {
        for (var profession : BY_CODE) {
            if (profession.title.equalsIgnoreCase(name)) return Optional.of(profession);
        }
        return Optional.empty();
    }
}
