package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What others put into the folder of backups. */
class StrangeFilesTests {
    @TempDir
    Path folder;

    @OnBothEngines
    void strangeFilesInTheFolderStopNothingAndAreLeftAlone(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var first = world.backUp();
            var shelf = Files.createDirectories(folder.resolve("backups"));
            var strange = new HashMap<>(Map.of(
                    "half.json", "{\"id\": \"half\"",
                    "list.json", "[1, 2]",
                    "null.json", "null",
                    "number.json", "{\"id\": 7}",
                    "other.json", Files.readString(shelf.resolve(first + ".json")),
                    "deep.json", "[".repeat(100_000),
                    "cut.tar.gz", "abc",
                    "film.mkv.part", "somebody is fetching it",
                    "backup.part", "of somebody else"));
            for (var file : strange.entrySet()) Files.writeString(shelf.resolve(file.getKey()), file.getValue());
            Files.write(shelf.resolve("latin.json"), "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));
            Files.createDirectory(shelf.resolve("folder.json"));

            world.clock.advance(java.time.Duration.ofMinutes(1));
            var second = world.backUp();
            assertThat(world.backups.records())
                    .extracting(BackupRecord::id)
                    .containsExactlyInAnyOrder(first, second, "cut");
            assertThat(world.backups.prune(false)).hasSize(3);
            assertThat(new BackupCheck(world.backups, world).check().toString()).doesNotContain("Degraded");
            assertThat(BackupTests.names(shelf)).containsAll(strange.keySet()).contains("latin.json", "folder.json");
        }
    }

    @OnBothEngines
    void whatAKilledProcessLeftIsSwept(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            var shelf = world.backups.shelf().folder();
            var ours = List.of("gone.json", id + ".json.part", id + ".tar.gz.part", "backup.log.part");
            for (var name : ours) {
                Files.writeString(
                        shelf.resolve(name),
                        Files.readString(shelf.resolve(id + ".json")).replace(id, "gone"));
            }
            Files.createDirectories(shelf.resolve(".work-x/unpacked"));
            world.backups.alone("prune", "", step -> {}, journey -> world.backups.prune(false));
            assertThat(BackupTests.names(shelf))
                    .containsExactlyInAnyOrder(id + ".tar.gz", id + ".json", "backup.lock", "backup.log");
        }
    }
}
