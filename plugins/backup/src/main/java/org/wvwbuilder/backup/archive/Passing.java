package org.wvwbuilder.backup.archive;

/** Counts bytes of several files, and of several passes over them, towards one total. */
final class Passing {
    private final Progress progress;
    private final long total;
    private long done;

    Passing(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    void add(int bytes) {
        done += bytes;
        progress.at(done, total);
    }
}
