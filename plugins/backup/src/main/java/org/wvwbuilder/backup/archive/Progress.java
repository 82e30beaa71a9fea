package org.wvwbuilder.backup.archive;

/** Hears how far something long is. It may throw to end it: what was begun is then cleared away. */
@FunctionalInterface
public interface Progress {

    /** For nobody who listens. */
    Progress NONE = (done, total) -> {};

    /**
     * Told about every 64 KiB, so it has to be quick.
     *
     * @param done bytes so far; writing a backup reads all of it twice
     * @param total bytes in all, the same in every call
     */
    void at(long done, long total);
}
