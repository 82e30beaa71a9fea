package org.wvwbuilder.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.testing.TestDatabase;

/**
 * Measures quality B3: how long writers wait while a backup of a large database is made, and without one.
 *
 * <p>Words: a folder on the disk to measure, the size in MB, writes a second, seconds of the measurement without.
 */
final class LatencyMeasurement {
    private LatencyMeasurement() {}

    public static void main(String[] words) throws Exception {
        var folder = Files.createTempDirectory(Path.of(words[0]), "b3-");
        int megabytes = Integer.parseInt(words[1]);
        int rate = Integer.parseInt(words[2]);
        int seconds = Integer.parseInt(words[3]);
        try (var world = new World(TestDatabase.sqlite(folder.resolve("data")), folder).withAccounts(200, 1_000_000)) {
            world.execute("create table bank_ballast (id integer primary key, bytes blob not null)");
            for (int megabyte = 0; megabyte < megabytes; megabyte++) {
                world.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)"
                        + " insert into bank_ballast (bytes) select randomblob(500) || zeroblob(500) from n");
            }
            var transfers = new Transfers(world.open(), rate, 1);
            transfers.during(() -> rest(3));
            System.out.println("database of " + Files.size(folder.resolve("data/gw2_wvwbuilder.db")) / 1_000_000
                    + " MB, " + rate + " writes/s");
            System.out.println("without: " + transfers.during(() -> rest(seconds)));
            for (int round = 1; round <= 3; round++) {
                var id = new String[1];
                System.out.println("during backup " + round + ": " + transfers.during(() -> id[0] = world.backUp()));
                System.out.println(
                        "  " + world.backups.record(id[0]).orElseThrow().line());
                System.out.println(
                        "  in " + world.backups.record(id[0]).orElseThrow().seconds() + " s");
                System.out.println("without: " + transfers.during(() -> rest(seconds)));
            }
        } finally {
            org.wvwbuilder.backup.shelf.Shelf.delete(folder);
        }
    }

    private static void rest(int seconds) throws InterruptedException {
        if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) throw new IllegalStateException("nobody counts");
    }
}
