package org.wvwbuilder.plugin;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One page of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the next page, or null on the last one
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Page<T>(List<T> items, String nextCursor) {

    /** The most items that a client may ask for. */
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
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
