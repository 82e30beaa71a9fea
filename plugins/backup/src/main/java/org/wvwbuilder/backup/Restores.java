package org.wvwbuilder.backup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.restore.Restorer;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;
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
            var prepared = restorer.prepare(file, work, journey);
            if (dry) return new Result(name, prepared.rows(), Optional.empty());
            backups.log().info("restoring " + name + ": " + prepared.rows() + " rows");
            var restored = restorer.restore(prepared, name, journey);
            backups.log().info("restore of " + name + ": " + restored.outcome() + ", " + restored.detail());
            return new Result(name, prepared.rows(), Optional.of(restored));
        } catch (IOException | RuntimeException failed) {
            if (context.serving())
                context.log().log(Level.ERROR, "the restore of " + name + " was not begun: " + failed.getMessage());
            backups.log().error("the restore of " + name + " was not begun: " + failed.getMessage());
            throw failed;
        } finally {
            Shelf.delete(work);
        }
    }
}
