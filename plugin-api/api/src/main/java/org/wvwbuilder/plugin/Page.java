package org.wvwbuilder.plugin;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One page of a list.
 *
 * {@snippet lang=java :
 * var found = List.of("Hammer train", "Water fields", "Boon strip");
 * int most = Page.limit(2);
 * var page = found.size() <= most
 *         ? new Page<>(found)
 *         : new Page<>(found.subList(0, most), Optional.of(found.get(most - 1)));
 * }
 *
 * @param nextCursor what to send as {@code cursor} for the next page; empty on the last one, {@code null} in JSON
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Page<T>(List<T> items, Optional<String> nextCursor) {

    /** The most items that a client may ask for. */
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** A list that has one page only. */
    public Page(List<T> items) {
        this(items, Optional.empty());
    }

    /**
     * Checks a {@code limit} parameter.
     *
     * @throws Problem 422 when it is not between 1 and {@link #MOST}
     */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.invalid("?limit", "a whole number from 1 to " + MOST);
        }
        return asked;
    }
}
