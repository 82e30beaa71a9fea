package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.backup.archive.ArchiveReader;
import org.wvwbuilder.testing.TestDatabase;

/** Quality B2, and the faults that were shown in the script that this plugin replaces. */
class OriginalFaultTests {
    private static final boolean LONG = Integer.getInteger("long", 0) > 0;
    private static final int BACKUPS = LONG ? 20 : 4;
    private static final int RATE = LONG ? 500 : 200;
    private static final int RESTORES = LONG ? 20 : 5;
    private static final long BALANCE = 1_000_000;

    @TempDir
    Path folder;

    /** A copy of the live file under a heavy writer was broken in 48 of 50 trials. */
    @Test
    void everyBackupUnderAHeavyWriterIsWholeAndOfOneMoment() throws Exception {
        // All of them are looked at: the usual retention would let half of them go.
        var keepAll = new BackupSettings(
                folder.resolve("backups"), "0 2 * * 0", BACKUPS, 0, 0, 0, Duration.ofDays(30), Map.of());
        try (var world = new World(TestDatabase.sqlite(folder.resolve("data")), folder, keepAll)
                .withAccounts(Transfers.ACCOUNTS, BALANCE)) {
            // So large that it takes many steps to copy, with many writes between them.
            world.execute("insert into bank_moves select -i, 1, hex(randomblob(1000)) from (with recursive n(i) as"
                    + " (select 1 union all select i + 1 from n where i < 3000) select i from n)");
            var transfers = new Transfers(world.open(), RATE, 1);
            var known = new ArrayList<long[]>();
            var ids = new ArrayList<String>();
            transfers.during(() -> {
                for (int i = 0; i < BACKUPS; i++) {
                    long before = transfers.done.get();
                    ids.add(world.backUp());
                    known.add(new long[] {before, transfers.done.get()});
                    world.clock.advance(Duration.ofDays(1));
                }
            });
            assertThat(transfers.done.get()).isGreaterThan(RATE);
            for (int i = 0; i < BACKUPS; i++) hold(world, ids.get(i), known.get(i));
        }
    }

    private void hold(World world, String id, long[] acknowledged) throws Exception {
        var unpacked = folder.resolve("unpacked-" + id);
        new ArchiveReader(world.backups.shelf().archive(id)).unpack(unpacked, (done, total) -> {});
        var file = unpacked.resolve("database.db");
        assertThat(text(file, "pragma integrity_check")).isEqualTo("ok");
        assertThat(text(file, "select count(*) from pragma_foreign_key_check")).isEqualTo("0");
        assertThat(text(file, "select sum(balance) from bank_accounts"))
                .isEqualTo(String.valueOf(Transfers.ACCOUNTS * BALANCE));
        assertThat(Long.parseLong(text(file, "select count(*) from bank_moves where id > 0")))
                .isGreaterThanOrEqualTo(acknowledged[0])
                // What was committed and not yet told counts as well: at most what is on its way.
                .isLessThanOrEqualTo(acknowledged[1] + RATE);
    }

    /** An empty database came over the only backup, and that was called a success. */
    @Test
    void anEmptyOrMissingDatabaseNeverTakesThePlaceOfABackup() throws Exception {
        var keepOne =
                new BackupSettings(folder.resolve("backups"), "0 2 * * 0", 1, 0, 0, 0, Duration.ofDays(30), Map.of());
        var place = TestDatabase.sqlite(folder.resolve("data"));
        try (var world = new World(place, folder, keepOne).withAccounts(Transfers.ACCOUNTS, BALANCE)) {
            var id = world.backUp();
            var bytes = Files.readAllBytes(world.backups.shelf().archive(id));
            world.shut();
            Files.delete(place.directory().resolve("gw2_wvwbuilder.db"));
            assertThatThrownBy(world::backUp).hasMessageContaining("there is no database at");
            assertThat(place.directory().resolve("gw2_wvwbuilder.db")).doesNotExist();
            Files.createFile(place.directory().resolve("gw2_wvwbuilder.db"));
            assertThatThrownBy(world::backUp).hasMessageContaining("there is no database at");
            Files.delete(place.directory().resolve("gw2_wvwbuilder.db"));
            world.open();
            assertThatThrownBy(world::backUp).hasMessageContaining("holds nothing that anybody made");
            assertThat(Files.readAllBytes(world.backups.shelf().archive(id))).isEqualTo(bytes);
        }
    }

    /** A restore over a database with a live log did not hold the backup's rows in 20 of 20 trials. */
    @Test
    void aRestoreOverALiveLogHoldsTheRowsOfTheBackup() throws Exception {
        for (int trial = 0; trial < RESTORES; trial++) {
            var own = folder.resolve("trial-" + trial);
            var place = TestDatabase.sqlite(own.resolve("data"));
            try (var world = new World(place, own).withAccounts(Transfers.ACCOUNTS, BALANCE)) {
                var id = world.backUp();
                var live = liveFiles(world, place, own.resolve("kept"));
                world.shut();
                for (var file : live) Files.copy(file, place.directory().resolve(file.getFileName()), REPLACE);
                world.restore(world.backups.shelf().archive(id));
                assertThat(world.number("select sum(balance) from bank_accounts"))
                        .isEqualTo(Transfers.ACCOUNTS * BALANCE);
                assertThat(world.number("select count(*) from bank_moves")).isZero();
            }
        }
    }

    private static final java.nio.file.CopyOption REPLACE = java.nio.file.StandardCopyOption.REPLACE_EXISTING;

    /** The files as a process leaves them that was killed: with rows that are in the log only. */
    private static List<Path> liveFiles(World world, TestDatabase place, Path kept) throws Exception {
        world.execute("update bank_accounts set balance = 7");
        world.execute("insert into bank_moves values (1, 1, 'only in the log')");
        Files.createDirectories(kept);
        var copied = new ArrayList<Path>();
        for (var ending : List.of("", "-wal")) {
            var file = place.directory().resolve("gw2_wvwbuilder.db" + ending);
            copied.add(Files.copy(file, kept.resolve(file.getFileName())));
        }
        assertThat(Files.size(copied.getLast())).isPositive();
        return copied;
    }

    private static String text(Path database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
