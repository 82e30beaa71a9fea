package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.backup.shelf.ShelfLock;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.testing.Parts;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.Typed;

/** The folder of backups: whose it is, and what is told when it cannot be worked with. */
class FolderTests {
    @TempDir
    Path folder;

    @Test
    void rootLeavesNothingInTheFolderOfTheServersAccount() throws Exception {
        needRoot();
        try (var world = world()) {
            var backups = folder.resolve("backups");
            Files.createDirectory(backups);
            own(backups, "nobody");
            assertThatThrownBy(() -> type(world))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("belongs to nobody")
                    .hasMessageContaining("sudo -u nobody gw2 backup");
            assertThat(BackupTests.names(backups)).isEmpty();
            own(backups, "root");
            assertThat(type(world)).contains("Verified by a restore drill");
        }
    }

    @Test
    void rootMakesNoFolderWhereTheServersAccountWould() throws Exception {
        needRoot();
        try (var world = world()) {
            own(folder, "nobody");
            assertThatThrownBy(() -> type(world)).hasMessageContaining("runuser -u nobody");
            assertThat(folder.resolve("backups")).doesNotExist();
        }
    }

    @Test
    void aFolderThatIsReadOnlyIsToldInASentence() throws Exception {
        needRoot();
        Parts.program("mount", "apt-get install mount");
        var backups = Files.createDirectory(folder.resolve("backups"));
        boolean mounted = RestoreTests.run("mount", "-t", "tmpfs", "-o", "ro,size=1m,mode=700", "tmpfs", backups + "");
        Parts.need(mounted, "the right to mount a small tmpfs", "run the tests as root, with CAP_SYS_ADMIN");
        try (var world = world()) {
            assertThatThrownBy(() -> type(world))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("is read-only: mount it for writing")
                    .hasMessageEndingWith(".");
        } finally {
            RestoreTests.run("umount", backups.toString());
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsToldInASentence() throws Exception {
        try (var world = world()) {
            Files.writeString(folder.resolve("backups"), "not a folder");
            assertThatThrownBy(() -> type(world))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("could not be worked with")
                    .hasMessageEndingWith("then try again.");
        }
    }

    /** By a link, say: Java throws at the second lock of one file in a process. */
    @Test
    void aFolderIsTakenOnceByWhateverWayOneComesToIt() throws Exception {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (var lock = ShelfLock.take(shelf(real)).orElseThrow()) {
            assertThat(ShelfLock.take(shelf(link))).isEmpty();
            assertThat(ShelfLock.take(shelf(folder.resolve("real/../real")))).isEmpty();
            assertThat(lock).isNotNull();
        }
        try (var again = ShelfLock.take(shelf(link)).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    private static Shelf shelf(Path path) {
        return new Shelf(path, System.getLogger("test"));
    }

    private World world() throws Exception {
        return new World(TestDatabase.sqlite(folder.resolve("data")), folder).withAccounts(50, 100);
    }

    private static String type(World world) throws Exception {
        Contribution.Command command = new BackupCommand(world.backups).command();
        return new Typed(Map.of("action", "create"), Map.of()).run(command).text();
    }

    private static void needRoot() {
        Parts.need(System.getProperty("user.name").equals("root"), "root", "run the tests as root");
    }

    private static void own(Path path, String account) throws Exception {
        var accounts = path.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(path, accounts.lookupPrincipalByName(account));
    }
}
