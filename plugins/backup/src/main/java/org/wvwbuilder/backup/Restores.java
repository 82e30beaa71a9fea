package org.wvwbuilder.backup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.restore.Restorer;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.plugin.PluginContext;

/** Restores backups, one at a time. */
record Restores(Backups backups, PluginContext context) {

    /**
     * What would be restored, or how it went.
     *
     * @param rows of the backup
     */
    record Result(String name, long rows, Optional<Restored> restored) {}

    /** @param dry proves it and does no more */
    Result run(Path file, String name, boolean dry, Journey journey) throws IOException {
        var work = backups.shelf().workFolder("restore");
        try {
            var restorer = new Restorer(backups.copies());
            var prepared = prepared(restorer, file, name, work, journey);
            if (dry) return new Result(name, prepared.rows(), Optional.empty());
            return new Result(name, prepared.rows(), Optional.of(restored(restorer, prepared, name, journey)));
        } finally {
            clear(work);
        }
    }

    private Restorer.Prepared prepared(Restorer restorer, Path file, String name, Path work, Journey journey)
            throws IOException {
        try {
            return restorer.prepare(file, work, journey);
        } catch (IOException disk) {
            var failed = backups.told(disk);
            failed("the restore of " + name + " was not begun: " + failed.getMessage());
            throw failed;
        } catch (RuntimeException failed) {
            failed("the restore of " + name + " was not begun: " + failed.getMessage());
            throw failed;
        }
    }

    private Restored restored(Restorer restorer, Restorer.Prepared prepared, String name, Journey journey)
            throws IOException {
        noted("restoring " + name + ": " + prepared.rows() + " rows");
        try {
            var restored = restorer.restore(prepared, name, journey);
            if (restored.outcome() == Outcome.PENDING) backups.leave();
            noted("restore of " + name + ": " + restored.outcome() + ", " + restored.detail());
            return restored;
        } catch (IOException | RuntimeException failed) {
            failed("the restore of " + name + " did not come to its end: " + failed.getMessage());
            throw failed;
        }
    }

    /** Whether this can be written down changes nothing of how a restore goes, nor of what is told of it. */
    private void noted(String line) {
        try {
            backups.log().info(line);
        } catch (IOException error) {
            context.log().log(Level.ERROR, "backup.log does not tell: " + line, error);
        }
    }

    private void failed(String line) {
        if (context.serving()) context.log().log(Level.ERROR, line);
        try {
            backups.log().error(line);
        } catch (IOException error) {
            context.log().log(Level.ERROR, "backup.log does not tell: " + line, error);
        }
    }

    /** What stays is swept away by the next task. */
    private void clear(Path work) {
        try {
            Shelf.delete(work);
        } catch (IOException error) {
            context.log().log(Level.WARNING, work + " could not be deleted: the next task tries it again", error);
        }
    }
}
