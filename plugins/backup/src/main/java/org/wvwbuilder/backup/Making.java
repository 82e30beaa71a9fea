package org.wvwbuilder.backup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.event.BackupEnded;

/** The making of a backup with all that follows: telling of it, its copies elsewhere, and letting old ones go. */
record Making(Backups backups, PluginContext context) {

    Note make(Maker.Order order, Journey journey) throws IOException {
        var began = System.nanoTime();
        var note = made(order, journey, began);
        told(note, Duration.ofNanos(System.nanoTime() - began));
        var copied = copied(note, journey);
        prune(note.id());
        makeUp(copied, journey);
        return copied;
    }

    /** Only what goes wrong in here is a backup that failed: what comes after finds it made and proven. */
    private Note made(Maker.Order order, Journey journey, long began) throws IOException {
        try {
            return new Maker(backups.shelf(), backups.copies(), backups.clock()).make(order, journey);
        } catch (IOException disk) {
            var failed = backups.told(disk);
            failed(order, failed, Duration.ofNanos(System.nanoTime() - began));
            throw failed;
        } catch (RuntimeException failed) {
            failed(order, failed, Duration.ofNanos(System.nanoTime() - began));
            throw failed;
        }
    }

    private void told(Note note, Duration took) {
        try {
            backups.log()
                    .info("made " + note.id() + ": " + note.size() + " bytes, " + note.rows() + " rows, in "
                            + took.toMillis() + " ms; verified by a restore drill");
        } catch (IOException error) {
            afterwards("backup.log does not tell of it", note.id(), error);
        }
        context.publish(new BackupEnded(
                backups.clock().instant(), note.id(), true, note.size(), took, String.join("; ", note.drill())));
    }

    private Note copied(Note note, Journey journey) {
        try {
            return backups.elsewhere().copied(note, backups.shelf(), journey, backups.log());
        } catch (IOException | RuntimeException error) {
            afterwards("what became of its copies elsewhere could not be noted", note.id(), error);
            return note;
        }
    }

    /** After the old ones are gone, so that none is sent only to be deleted. */
    private void makeUp(Note note, Journey journey) {
        try {
            backups.elsewhere().makeUp(note, backups.shelf(), journey, backups.log());
        } catch (IOException | RuntimeException error) {
            afterwards("copies that others lack elsewhere could not be noted", note.id(), error);
        }
    }

    /** A backup that was made stays made, whatever becomes of the old ones. */
    private void prune(String made) {
        try {
            backups.log().trim();
            backups.prune(false);
            backups.elsewhere().prune(backups.retention(), backups.clock().instant(), backups.log());
        } catch (IOException | RuntimeException error) {
            afterwards("old ones could not be deleted", made, error);
        }
    }

    private void afterwards(String what, String id, Exception error) {
        context.log().log(Level.ERROR, "the backup " + id + " is made and verified, but " + what, error);
    }

    private void failed(Maker.Order order, Exception failed, Duration took) {
        var why = String.valueOf(failed.getMessage());
        context.publish(new BackupEnded(backups.clock().instant(), order.id(), false, 0, took, why));
        if (context.serving()) context.log().log(Level.ERROR, "the backup " + order.id() + " failed: " + why);
        try {
            // Where its file has reached the shelf, the note beside it is the one that fits it.
            if (!backups.shelf().has(order.id())) backups.shelf().write(note(order, took, why));
            backups.log().error("failed " + order.id() + ": " + why);
        } catch (IOException | RuntimeException also) {
            // With a full disk there may be no room for this either; the log, the event and the exception tell it.
            failed.addSuppressed(also);
        }
    }

    private Note note(Maker.Order order, Duration took, String why) {
        var copies = backups.copies();
        var now = backups.clock().instant();
        return Note.failed(order.id(), order.by(), copies.engine(), copies.version(), now, took, why);
    }
}
