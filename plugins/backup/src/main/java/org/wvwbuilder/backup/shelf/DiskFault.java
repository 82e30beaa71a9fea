package org.wvwbuilder.backup.shelf;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.wvwbuilder.backup.saying.Saying;

/** Says of a fault of the disk what is wrong with it and what to do; Java tells the name of a file, and little more. */
public final class DiskFault {
    private DiskFault() {}

    /**
     * @param folder of the backups
     * @return a sentence instead of a bare path; any other fault as it is
     */
    public static IOException told(IOException fault, Path folder) {
        var reason = String.valueOf(
                fault instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : fault.getMessage());
        if (full(reason)) {
            return new IOException(Saying.FULL.of(folder, reason), fault);
        }
        if (!(fault instanceof FileSystemException file)) return fault;
        var path = file.getFile() == null ? folder.toString() : file.getFile();
        if (reason.contains("Read-only")) {
            return new IOException(
                    path + " lies on a file system that is read-only: mount it for writing,"
                            + " or set backup.directory to another folder",
                    fault);
        }
        if (fault instanceof AccessDeniedException || reason.contains("not permitted")) {
            return new IOException(
                    "the account " + ShelfOwner.account() + " may not work with " + path + ": run it as the owner of "
                            + folder + ", or give that account the folder and all that is in it with chown -R",
                    fault);
        }
        var kind = file.getReason() == null ? fault.getClass().getSimpleName() : reason;
        return new IOException(
                path + " could not be worked with (" + kind + "): look at the folder " + folder
                        + " and its disk, then try again",
                fault);
    }

    private static boolean full(String reason) {
        return reason.contains("No space left") || reason.contains("quota exceeded");
    }
}
