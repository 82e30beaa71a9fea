package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.testing.PluginForge.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.PluginForge;
import org.wvwbuilder.testing.Ports;

/**
 * Quality D3: whatever is under way when a process is killed, the next start serves, and nothing is there by half. (Backups and
 * restores: {@link BackupProcessTests}.)
 */
class KilledWorkTests {
    private static final int TRIALS = Integer.getInteger("long", 0) > 0 ? 10 : 3;
    private static final int ROWS = 300_000;
    private static final int BACKUPS = 400;
    /** Of all rows, so many that a migration takes more than a second on a machine that has nothing else to do. */
    private static final int CHANGES = 40;

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private final Random random = new Random(3);

    @Test
    void aMigrationHappensWhollyOrNotAtAll() throws Exception {
        var forge = new PluginForge(Tarball.home().resolve("lib/ground"), scratch);
        try (var gw2 = Gw2.in(folder).with("GW2_PLUGINS_UNSIGNED", "allow")) {
            release(forge, 1);
            assertThat(gw2.run().terminate()).isEqualTo(143);
            int midway = 0;
            for (int version = 2; version < 2 + TRIALS; version++) {
                release(forge, version);
                var server = gw2.launch();
                Await.until("the migration begins", () -> Files.exists(safetyCopy()));
                letPass(random.nextInt(600));
                server.kill();
                if (wholeVersion() < version) midway++;
                Files.delete(safetyCopy());
            }
            assertThat(midway).as("kills before the end of a migration").isPositive();
            var server = gw2.run();
            assertThat(column("select distinct who from feed_kills")).containsExactly("V" + (1 + TRIALS));
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
    }

    /** The copy from before the first of the migrations that are due. */
    private Path safetyCopy() throws IOException {
        try (var files = Files.list(folder.resolve("data"))) {
            return files.filter(file -> file.getFileName().toString().matches("before-feed-V\\d+\\.db"))
                    .findAny()
                    .orElse(folder.resolve("none"));
        }
    }

    /** The version that the tables have, all of them. */
    private int wholeVersion() throws Exception {
        assertThat(column("pragma integrity_check")).containsExactly("ok");
        var version = column("select max(version) from feed_schema_history").getFirst();
        assertThat(column("select distinct who from feed_kills")).containsExactly("V" + version);
        var copies = column("select name from sqlite_master where name like 'feed\\_copy\\_%' escape '\\'");
        assertThat(copies).isEqualTo(version.equals("1") ? List.of() : List.of("feed_copy_" + version));
        return Integer.parseInt(version);
    }

    /** Each version keeps a copy of what was there before, drops the one before that, and then changes every row, often. */
    private void release(PluginForge forge, int version) throws IOException {
        var files = new HashMap<>(sources("feed", "id = \"feed\", title = \"Feed\"", """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of();
                    }
                }"""));
        files.put("META-INF/wvw/migrations/V1__made.sql", """
                create table feed_kills (id integer primary key, who text not null);
                insert into feed_kills (id, who)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d) select i, 'V1' from n;
                """.formatted(ROWS));
        for (int each = 2; each <= version; each++) {
            files.put("META-INF/wvw/migrations/V%d__copied.sql".formatted(each), """
                    create table feed_copy_%1$d (id integer primary key, who text not null);
                    insert into feed_copy_%1$d select id, who from feed_kills;
                    drop table if exists feed_copy_%2$d;
                    %3$s
                    update feed_kills set who = 'V%1$d';
                    """.formatted(
                            each, each - 1, "update feed_kills set who = who || '.';\n".repeat(CHANGES)));
        }
        forge.forge(folder.resolve("data/plugins/feed/feed.jar"), files);
    }

    @Test
    void aRotationLeavesOneKeyThatSignsAndAllThatVerify() throws Exception {
        try (var gw2 = Gw2.in(folder)) {
            Accounts.addCommander(gw2);
            var server = gw2.run("--set", "http.port=" + Ports.free());
            var address = server.awaitReady();
            var before = Accounts.signIn(server);
            server.kill();
            for (int trial = 0; trial < TRIALS; trial++) {
                var rotation = gw2.begin("keys", "rotate");
                letPass(200 + random.nextInt(700));
                Gw2.kill(rotation);
                assertThat(column("pragma integrity_check")).containsExactly("ok");
                assertThat(column("select count(*) from auth_keys where retired_at is null and private_sealed <> ''"))
                        .containsExactly("1");
                var listed = gw2.command("keys", "list");
                assertThat(listed.exit()).as(listed.output()).isZero();
            }
            var again = gw2.run("--set", "http.port=" + address.getPort());
            assertThat(before.get("/api/v1/users/me").statusCode()).isEqualTo(200);
            assertThat(Accounts.signIn(again).saveBuild("with the key of now").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aRetentionTakesWholeBackupsAndNoneThatIsKept() throws Exception {
        try (var gw2 = Gw2.in(folder)) {
            Accounts.addCommander(gw2);
            assertThat(gw2.command("backup").exit()).isZero();
            var kept = backups().getFirst();
            multiply(kept);
            String[] prune = {
                "backup",
                "prune",
                "--yes",
                "--set",
                "backup.keep-last=1",
                "--set",
                "backup.keep-daily=1",
                "--set",
                "backup.keep-weekly=1",
                "--set",
                "backup.keep-monthly=1"
            };
            for (int trial = 0; trial < TRIALS; trial++) {
                int had = backups().size();
                var process = gw2.begin(prune);
                Await.until("some are gone", () -> backups().size() < had - random.nextInt(20));
                Gw2.kill(process);
                assertThat(backups()).hasSizeGreaterThan(1).contains(kept);
                assertThat(gw2.command("backup", "list").out()).doesNotContain("unverified", "failed");
                assertThat(gw2.command("backup", "verify", backups().getFirst()).exit())
                        .isZero();
            }
            Plugins.command(gw2, prune);
            assertThat(backups()).containsExactly(kept);
            try (var files = Files.list(folder.resolve("backups"))) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                        .containsExactly(kept + ".json");
            }
        }
    }

    private List<String> backups() throws IOException {
        try (var files = Files.list(folder.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tar.gz"))
                    .map(name -> name.substring(0, name.length() - ".tar.gz".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Many more of the same moment, whose names come before it. */
    private void multiply(String id) throws IOException {
        var shelf = folder.resolve("backups");
        var note = Files.readString(shelf.resolve(id + ".json"));
        for (int i = 0; i < BACKUPS; i++) {
            var other = "20000101T000000Z-%04d".formatted(i);
            Files.copy(shelf.resolve(id + ".tar.gz"), shelf.resolve(other + ".tar.gz"));
            Files.writeString(shelf.resolve(other + ".json"), note.replace(id, other));
        }
    }

    private List<String> column(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/gw2_wvwbuilder.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(rows.getString(1));
            return all;
        }
    }

    /** The moment is what is tried: nothing could be awaited that would be any moment. */
    private static void letPass(int millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS))
            throw new IllegalStateException("nobody counts");
    }
}
