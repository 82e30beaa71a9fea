package org.wvwbuilder.auth.audit;

import org.wvwbuilder.plugin.Problem;

/** Where a page of the log ended: two lines may be of one millisecond. */
record Position(long at, String id) {

    static Position of(Entry last) {
        return new Position(last.at().toEpochMilli(), last.id());
    }

    static Position parse(String text) {
        var parts = text.split("~", 2);
        try {
            return new Position(Long.parseLong(parts[0]), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException foreign) {
            throw Problem.invalid("?cursor", "the next_cursor of the page before, unchanged");
        }
    }

    String text() {
        return at + "~" + id;
    }
}
