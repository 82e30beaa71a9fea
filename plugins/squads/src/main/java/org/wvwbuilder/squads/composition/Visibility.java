package org.wvwbuilder.squads.composition;

/** Who may see a composition beside its owner. */
public enum Visibility {
    PRIVATE,
    TEAM,
    PUBLIC
}
