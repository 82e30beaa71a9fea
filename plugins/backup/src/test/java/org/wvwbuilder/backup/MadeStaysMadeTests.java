package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.plugin.event.BackupEnded;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What goes wrong after a backup was proven harms nothing of it. */
class MadeStaysMadeTests {
    @TempDir
    Path folder;

    @OnBothEngines
    void aBackupStaysVerifiedWhenItsLogCannotBeWritten(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            Files.createDirectories(folder.resolve("backups/backup.log"));
            var id = world.backUp();
            var record = world.backups.record(id).orElseThrow();
            assertThat(record.state()).isEqualTo("verified");
            assertThat(record.size()).isEqualTo(Files.size(world.backups.shelf().archive(id)));
            assertThat(world.events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            BackupEnded.class,
                            told -> assertThat(told.verified()).isTrue());
        }
    }

    @OnBothEngines
    void verifyingWritesAnewWhatTheNoteOfAFailureDoesNotKnow(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            var shelf = world.backups.shelf();
            var good = shelf.note(id).orElseThrow();
            shelf.write(Note.failed(
                    id, "hand", "sqlite", "1", Instant.parse("2026-11-25T00:00:00Z"), Duration.ZERO, "why"));
            assertThat(shelf.note(id).orElseThrow().proven()).isFalse();
            world.backups.alone("verify", id, step -> {}, journey -> world.backups.verify(id, journey));
            var after = shelf.note(id).orElseThrow();
            assertThat(after.proven()).isTrue();
            assertThat(List.of(after.size(), after.sha256(), after.rows(), after.created(), after.engine()))
                    .isEqualTo(List.of(good.size(), good.sha256(), good.rows(), good.created(), good.engine()));
        }
    }
}
