package org.wvwbuilder.squads.composition;

/** Somebody else changed the composition first; carries what they made of it. */
final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Composition current;

    Stale(Composition current) {
        super("changed meanwhile", null, false, false);
        this.current = current;
    }

    Composition current() {
        return current;
    }
}
