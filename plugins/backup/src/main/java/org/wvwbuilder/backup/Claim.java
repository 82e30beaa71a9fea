package org.wvwbuilder.backup;

import java.io.IOException;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.shelf.ShelfLock;

/** The right to do one thing with the backups alone, in this process and among others; close it when it is done. */
final class Claim implements AutoCloseable {
    private final Backups backups;
    private final Backups.Task task;
    private final ShelfLock lock;

    /** What a task does while it has the shelf for itself. */
    @FunctionalInterface
    interface Work<T> {
        T run(Journey journey) throws IOException;
    }

    Claim(Backups backups, Backups.Task task, ShelfLock lock) {
        this.backups = backups;
        this.task = task;
        this.lock = lock;
    }

    /** Gives the lock back when the folder cannot be swept: the next try is to find the folder, not the lock. */
    void begin() throws IOException {
        boolean begun = false;
        try {
            backups.begun(task);
            begun = true;
        } finally {
            if (!begun) lock.close();
        }
    }

    Journey journey() {
        return task.journey();
    }

    /** @throws IOException whose message says what to do, also when the disk is at fault */
    <T> T run(Work<T> work) throws IOException {
        try {
            return work.run(journey());
        } catch (IOException fault) {
            throw backups.told(fault);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.close();
        } finally {
            backups.ended();
        }
    }
}
