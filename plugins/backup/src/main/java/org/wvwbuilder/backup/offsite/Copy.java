package org.wvwbuilder.backup.offsite;

import java.time.Instant;

/**
 * A copy of a backup in the storage.
 *
 * @param name as it was given to {@link Offsite#store}
 * @param bytes of the backup itself; the sealed copy is a little larger
 * @param at when the storage took it, by the storage's clock
 */
public record Copy(String name, long bytes, Instant at, State state) {

    /** How much is known of it. */
    public enum State {
        /** It is there in full length. */
        COPIED,
        /** It was read back just now, and every byte is as it was stored. */
        VERIFIED
    }
}
