package org.wvwbuilder.squads.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Problem;

/**
 * Where the next page starts: the sorting values of the last item, and the kind of list that they belong to. Opaque to
 * clients; it only ever becomes parameters of a query, so a forged one shows nothing that its sender may not see.
 */
public record Cursor(String list, List<String> values) {
    private static final String SEPARATOR = "\u001f";
    private static final int MOST_CHARACTERS = 1_000;

    public String text() {
        var whole = list + SEPARATOR + String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a {@code cursor} parameter; empty for the first page.
     *
     * @param list what the cursor must have been made for
     * @throws Problem 422 when it was not made for this list
     */
    public static Optional<Cursor> of(String text, String list, int values) {
        if (text == null || text.isEmpty()) return Optional.empty();
        if (text.length() <= MOST_CHARACTERS) {
            try {
                var whole = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                var part = List.of(whole.split(SEPARATOR, -1));
                if (part.size() == values + 1 && part.getFirst().equals(list)) {
                    return Optional.of(new Cursor(list, part.subList(1, part.size())));
                }
            } catch (IllegalArgumentException notBase64) {
                throw foreign();
            }
        }
        throw foreign();
    }

    public static Problem foreign() {
        return Problem.invalid("?cursor", "the next_cursor of a page of this very list; leave it out to start again");
    }
}
