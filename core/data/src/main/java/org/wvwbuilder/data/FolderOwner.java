package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whose the data folder is. A restore or an import by another account, root above all, would leave files that the server cannot open.
 */
final class FolderOwner {
    private FolderOwner() {}

    /**
     * A folder may be lent by its group, so it is enough that the server's own files are ours.
     *
     * @param command what is run, for the refusal: {@code restore}
     * @throws IOException when what we write into the folder would belong to somebody else than what is there
     */
    static void refuseOthers(Path directory, String command) throws IOException {
        if (Files.notExists(directory)) return;
        var probe = Files.createTempFile(directory, "owner", ".probe");
        try {
            var ours = Files.getOwner(probe);
            for (var file : List.of("", DataHost.SQLITE_FILE, "migration.lock")) {
                var path = directory.resolve(file);
                if (Files.exists(path) && Files.getOwner(path).equals(ours)) return;
            }
        } finally {
            Files.delete(probe);
        }
        var owner = Files.getOwner(directory).getName();
        throw new IOException("the data folder " + directory + " belongs to " + owner
                + ", who could not open the database afterwards: run it as that account, sudo -u " + owner
                + " gw2 " + command);
    }
}
