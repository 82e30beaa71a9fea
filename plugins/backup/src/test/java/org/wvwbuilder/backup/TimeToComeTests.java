package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** Backups that were made while the clock was ahead. */
class TimeToComeTests {
    @TempDir
    Path folder;

    @OnBothEngines
    void aBackupOfATimeToComeBlindsNothingAndCanBeDeleted(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var now = world.clock.instant();
            world.clock.set(now.plus(Duration.ofDays(400)));
            var ahead = world.backUp();
            world.clock.set(now);
            assertThatThrownBy(() -> world.backups.delete(ahead, "me"))
                    .as("there is no other")
                    .hasMessageContaining("newest verified");
            var present = world.backUp();
            var shelf = world.backups.shelf();
            shelf.write(shelf.note(present).orElseThrow().copied(Map.of("attic", "failed: out of reach")));

            assertThat(new BackupCheck(world.backups, world).check().toString()).contains("was not copied to attic");
            assertThatThrownBy(() -> world.backups.delete(present, "me")).hasMessageContaining("newest verified");
            world.backups.delete(ahead, "me");
            assertThat(world.backups.records()).extracting(BackupRecord::id).containsExactly(present);
        }
    }
}
