package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** Who may begin something, and how much of the machine it leaves to others. */
class ClaimTests {
    @TempDir
    Path folder;

    @OnBothEngines
    void nothingIsBegunOnceARestoreIsPending(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            world.later = true;
            assertThat(world.restore(world.backups.shelf().archive(id)).outcome())
                    .isEqualTo(Outcome.PENDING);
            for (var what : new String[] {"make", "verify", "restore"}) {
                assertThatThrownBy(() -> world.backups.claim(what, id, step -> {}))
                        .isInstanceOf(Busy.class)
                        .hasMessageContaining("wait until it is back");
            }
            world.later = false;
            world.shut();
            assertThat(world.restoring().carryOut().orElseThrow().outcome()).isEqualTo(Outcome.DONE);
            world.begin();
            assertThat(world.backUp()).isNotEqualTo(id);
        }
    }

    @Test
    void onlyWhereSomebodyIsServedATaskRests() throws Exception {
        try (var world = new World(TestDatabase.sqlite(folder.resolve("data")), folder)) {
            assertThat(gentle(world)).as("in a server").isTrue();
            world.serving = false;
            assertThat(gentle(world)).as("a command beside a server").isTrue();
            world.beside = false;
            assertThat(gentle(world)).as("a command alone").isFalse();
            world.serving = true;
            assertThat(gentle(world)).as("a server is served by itself").isTrue();
        }
    }

    private static boolean gentle(World world) throws Exception {
        return world.backups.alone("verify", "x", step -> {}, journey -> journey.gentle());
    }

    /** A folder that cannot be swept once is no folder that somebody works in for ever. */
    @Test
    void aClaimThatFailsIsGivenBack() throws Exception {
        try (var world = new World(TestDatabase.sqlite(folder.resolve("data")), folder).withAccounts(50, 100)) {
            var shelf = Files.createDirectories(folder.resolve("backups"));
            var blocked = Files.createDirectory(shelf.resolve("backup.log.part"));
            var mounted = RestoreTests.run("mount", "-t", "tmpfs", "tmpfs", blocked.toString());
            org.wvwbuilder.testing.Parts.need(mounted, "the right to mount a tmpfs", "run the tests as root");
            try {
                assertThatThrownBy(world::backUp).hasMessageContaining("could not be worked with");
            } finally {
                RestoreTests.run("umount", blocked.toString());
            }
            assertThat(world.backUp()).isNotEmpty();
        }
    }
}
