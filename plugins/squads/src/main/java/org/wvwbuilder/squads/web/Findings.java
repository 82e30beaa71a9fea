package org.wvwbuilder.squads.web;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Problem.Field;

/** Collects every field that is not right, so that one answer names them all; at most {@link #MOST}. */
public final class Findings {
    private static final int MOST = 50;

    private final List<Field> fields = new ArrayList<>();

    public void add(String pointer, String detail) {
        if (fields.size() < MOST) fields.add(new Field(pointer, detail));
    }

    /** Adds the finding unless it holds. */
    public void check(boolean holds, String pointer, String detail) {
        if (!holds) add(pointer, detail);
    }

    /** Whether nothing was found so far. */
    public boolean none() {
        return fields.isEmpty();
    }

    /** @throws Problem 422 when there is any */
    public void refuse() {
        if (!fields.isEmpty()) throw Problem.invalid(fields);
    }
}
