package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What is told of a restore is what became of the database. */
class RestoreToldTests {
    @TempDir
    Path folder;

    @OnBothEngines
    void aRestoreIsDoneEvenIfNobodyCanWriteThatDown(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            Files.delete(folder.resolve("backups/backup.log"));
            Files.createDirectory(folder.resolve("backups/backup.log"));
            var restored = world.restore(world.backups.shelf().archive(id));
            assertThat(restored.outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(5_000);
        }
    }
}
