package org.wvwbuilder.auth.sql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.wvwbuilder.plugin.Problem;

/**
 * Where the next page of a list begins.
 *
 * @param after the sort key of the last item of the page before, or empty for the first page
 */
public record Cursor(String after) {
    public static final Cursor START = new Cursor("");

    /** @throws Problem 422 when it is not one of ours */
    public static Cursor parse(String text) {
        try {
            return new Cursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            throw Problem.invalid("?cursor", "the next_cursor of the page before, unchanged");
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    }
}
