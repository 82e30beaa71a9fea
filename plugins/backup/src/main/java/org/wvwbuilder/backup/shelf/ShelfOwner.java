package org.wvwbuilder.backup.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whose the folder of backups is. Root may write into it, but would leave files there that the server cannot open. */
final class ShelfOwner {
    private static final String ROOT = "root";

    private ShelfOwner() {}

    /** The account that this process runs as. */
    static String account() {
        return ProcessHandle.current().info().user().orElseGet(() -> System.getProperty("user.name"));
    }

    /**
     * A folder that is not there yet would be root's altogether, so the one above it counts then.
     *
     * @throws IOException when we are root and the folder is somebody else's; nothing was changed then
     */
    static void refuseRoot(Path folder) throws IOException {
        if (!account().equals(ROOT)) return;
        var there = folder;
        while (there != null && Files.notExists(there)) there = there.getParent();
        if (there == null) return;
        var owner = Files.getOwner(there).getName();
        if (owner.equals(ROOT)) return;
        throw new IOException("the folder " + there + " belongs to " + owner
                + ", who could not go on with what root leaves there: run it as that account, 'sudo -u " + owner
                + " gw2 backup' or 'runuser -u " + owner + " -- gw2 backup'");
    }
}
