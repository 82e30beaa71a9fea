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
            return new IOException(Saying.READ_ONLY.of(path), fault);
        }
        if (fault instanceof AccessDeniedException || reason.contains("not permitted")) {
            return new IOException(Saying.FORBIDDEN.of(ShelfOwner.account(), path, folder), fault);
        }
        var kind = file.getReason() == null ? fault.getClass().getSimpleName() : reason;
        return new IOException(Saying.UNWORKABLE.of(path, kind, folder), fault);
    }

    private static boolean full(String reason) {
        return reason.contains("No space left") || reason.contains("quota exceeded");
    }
}
