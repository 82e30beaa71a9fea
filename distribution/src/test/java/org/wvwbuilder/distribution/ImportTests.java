package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** Moves a guild from the original to this program, as its operator would. */
class ImportTests {
    private Gw2 gw2;
    private Path original;

    @BeforeEach
    void unpack(@TempDir Path folder) throws Exception {
        gw2 = Gw2.in(folder);
        original = OriginalDatabase.in(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        gw2.close();
    }

    @OnBothEngines
    void aGuildMovesWithItsPasswordsAndASecondRunAddsNothing(TestDatabase database) throws Exception {
        if (!database.url().isEmpty()) {
            gw2.with("GW2_DATABASE_URL", database.url().get())
                    .with("GW2_DATABASE_USER", database.user().get())
                    .with("GW2_DATABASE_PASSWORD", database.password().get());
        }
        var bytes = Files.readAllBytes(original);
        var rehearsal = taken("--dry-run");
        assertThat(rehearsal).contains("\"dry_run\": true");
        assertThat(gw2.command("user", "list", "--json").out().strip()).isEqualTo("[]");
        var report = taken();
        assertThat(report).isEqualTo(rehearsal.replace("\"dry_run\": true", "\"dry_run\": false"));
        assertThat(outcomes(report))
                .containsExactly(
                        "users 8 5 0 3",
                        "team_members 4 0 0 1",
                        "teams 2 1 0 1",
                        "builds 8 5 0 3",
                        "compositions 3 2 0 1");
        assertThat(report)
                .contains("the email is none", "somebody else has the username", "is not UTF-8", "not bcrypt")
                .contains("nothing tells its profession", "the chat link is broken", "the config is no JSON")
                .contains("\"tokens\": 1");
        lookAround();
        assertThat(outcomes(taken()))
                .containsExactly(
                        "users 8 0 5 3",
                        "team_members 4 0 0 1",
                        "teams 2 0 1 1",
                        "builds 8 0 5 3",
                        "compositions 3 0 2 1");
        assertThat(Files.readAllBytes(original)).as("the original").isEqualTo(bytes);
        try (var left = Files.newDirectoryStream(gw2.base().resolve("data"), ".import-*")) {
            assertThat(left).as("copies of the original").isEmpty();
        }
    }

    private void lookAround() throws Exception {
        var server = gw2.run();
        var anyone = ApiClient.anonymous(server.awaitReady());
        assertThat(login(anyone, "frontend@user.com", "wrong " + OriginalDatabase.PASSWORD))
                .isEqualTo(401);
        assertThat(login(anyone, "gone@example.org", OriginalDatabase.PASSWORD)).isEqualTo(403);
        assertThat(login(anyone, "argon@example.org", OriginalDatabase.PASSWORD))
                .isEqualTo(401);
        var eva = anyone.signIn("eva@example.org", "Été à Noël 7");
        assertThat(eva.get("/api/v1/users/me").body()).contains("\"Éva_Müller\"", "commander");
        assertThat(eva.get("/api/v1/builds?owner=me").body()).contains("\"team\"");
        anyone.signIn("frontend@user.com", OriginalDatabase.PASSWORD);
        var admin = anyone.signIn("frontend", OriginalDatabase.PASSWORD);
        assertThat(admin.get("/api/v1/users/me").body()).contains("\"admin\"", "2025-10-01T18:30:00.123Z");
        var hammer = admin.get("/api/v1/builds?owner=me").body();
        assertThat(hammer).contains("Zerg hammer", "Guardian").doesNotContain("Nobody");
        var whole = admin.get("/api/v1/builds/" + ApiClient.text(hammer, "id")).body();
        assertThat(whole)
                .contains("Dragonhunter", "Zeal", "Radiance", "Merciful Intervention", "Greatsword", "min_healers");
        var raid = admin.get("/api/v1/compositions?owner=me").body();
        var board =
                admin.get("/api/v1/compositions/" + ApiClient.text(raid, "id")).body();
        assertThat(board)
                .contains("Raid night", "\"zerg\"", "\"tuesday\"", "frontend", "bob", "Firebrand", "Everybody in");
        assertThat(admin.get("/api/v1/teams").body()).contains("Night watch", "\"members\":3");
        var bob = anyone.signIn("bob", OriginalDatabase.PASSWORD);
        assertThat(bob.get("/api/v1/builds?owner=me").body())
                .contains(ApiClient.ELEMENTALIST, "Broken link", "Build 6");
        assertThat(gw2.command("import", original.toString()).err()).startsWith("The server is running: stop it");
        assertThat(server.terminate()).isEqualTo(143);
    }

    private static int login(ApiClient client, String name, String password) throws Exception {
        var json = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
        return client.post("/api/v1/auth/login", json).statusCode();
    }

    @Test
    void theHashOfTheOriginalIsReplacedByTheFirstSignIn() throws Exception {
        taken();
        assertThat(hash()).startsWith("$2b$12$");
        var server = gw2.run();
        var anyone = ApiClient.anonymous(server.awaitReady());
        assertThat(login(anyone, "bob", "wrong")).isEqualTo(401);
        anyone.signIn("bob", OriginalDatabase.PASSWORD);
        anyone.signIn("bob", OriginalDatabase.PASSWORD);
        assertThat(login(anyone, "bob", "wrong")).isEqualTo(401);
        assertThat(server.terminate()).isEqualTo(143);
        assertThat(hash()).startsWith("h1:$2a$12$");
    }

    private String hash() throws Exception {
        var url = "jdbc:sqlite:" + gw2.base().resolve("data/gw2_wvwbuilder.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT password_hash FROM auth_users WHERE username_key = 'bob'")) {
            return row.getString(1);
        }
    }

    @Test
    void anAccountThatIsHereIsLeftAloneUnlessItIsToBeJoined() throws Exception {
        var added = gw2.type(
                Accounts.PASSWORD + "\n",
                "user",
                "add",
                "--email",
                "BOB@example.org",
                "--username",
                "robert",
                "--password-stdin");
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(taken()).contains("run it again with --join");
        assertThat(outcomes(taken("--join"))).contains("users 8 0 6 2", "builds 8 3 2 3");
        assertThat(outcomes(taken("--join"))).contains("users 8 0 6 2", "builds 8 0 5 3");
        var server = gw2.run();
        var robert = ApiClient.anonymous(server.awaitReady()).signIn("robert", Accounts.PASSWORD);
        assertThat(robert.get("/api/v1/builds?owner=me").body()).contains("Broken link");
        assertThat(server.terminate()).isEqualTo(143);
    }

    @Test
    void whatIsNoWholeOriginalIsRefusedAndNothingIsWritten() throws Exception {
        refused("There is no file", original.resolveSibling("missing.db"));
        var text = Files.writeString(original.resolveSibling("text.db"), "not a database");
        refused("is no SQLite database", text);
        var half = original.resolveSibling("half.db");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(original), (int) Files.size(original) / 2));
        refused("is damaged", half);
        var holed = Files.copy(original, original.resolveSibling("holed.db"));
        try (var channel = FileChannel.open(holed, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[4096]), 3 * 4096);
        }
        refused("is damaged", holed);
        var other = Files.copy(original, original.resolveSibling("other.db"));
        OriginalDatabase.change(other, "ALTER TABLE builds DROP COLUMN config");
        OriginalDatabase.change(other, "DROP TABLE compositions");
        refused("it lacks builds.config, table compositions", other);
        assertThat(gw2.command("import").exit()).isEqualTo(2);
        assertThat(gw2.command("user", "list", "--json").out().strip()).isEqualTo("[]");
        refused("is a database of this program", gw2.base().resolve("data/gw2_wvwbuilder.db"));
    }

    private void refused(String why, Path file) throws Exception {
        var ended = gw2.command("import", file.toString());
        assertThat(ended.err()).contains(why);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.exit()).isEqualTo(1);
    }

    @Test
    void tenThousandBuildsMoveWithinAMinute() throws Exception {
        addTenThousandBuilds();
        var begun = System.nanoTime();
        assertThat(outcomes(taken())).contains("builds 10008 10005 0 3");
        var seconds = (System.nanoTime() - begun) / 1_000_000_000;
        System.out.println("10,000 builds were taken over in " + seconds + " s");
        assertThat(seconds).isLessThan(60);
    }

    @Test
    void anImportThatIsKilledGoesOnWhereItEnded() throws Exception {
        addTenThousandBuilds();
        var process = gw2.begin("import", original.toString());
        Await.value("some builds are here", Duration.ofSeconds(60), this::someBuilds);
        Gw2.kill(process);
        var here = builds();
        assertThat(here).isBetween(1, 10_004);
        assertThat(outcomes(taken())).contains("builds 10008 " + (10_005 - here) + " " + here + " 3");
        assertThat(builds()).isEqualTo(10_005);
    }

    private Optional<Integer> someBuilds() throws Exception {
        return Optional.of(builds()).filter(count -> count > 0);
    }

    private int builds() throws Exception {
        var file = gw2.base().resolve("data/gw2_wvwbuilder.db");
        if (Files.notExists(file)) return 0;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'builds_builds'")) {
                if (!table.next()) return 0;
            }
            try (var row = statement.executeQuery("SELECT count(*) FROM builds_builds")) {
                return row.getInt(1);
            }
        }
    }

    private void addTenThousandBuilds() throws Exception {
        OriginalDatabase.change(original, """
                WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 10099)
                INSERT INTO builds SELECT i, 'Build ' || i, 'many', 'wvw', 5, 1, 2, '2025-11-01 20:00:00', NULL,
                    (SELECT config FROM builds WHERE id = 1), NULL, NULL FROM n""");
    }

    private String taken(String... options) throws Exception {
        var words = new ArrayList<>(List.of("import", original.toString(), "--json"));
        words.addAll(List.of(options));
        var ended = gw2.command(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.out();
    }

    /** Of each table: rows, new, here before, left out. */
    private static List<String> outcomes(String report) {
        return Pattern.compile("\"table\": \"(\\w+)\",\\s+\"rows\": (\\d+),\\s+\"added\": (\\d+),"
                        + "\\s+\"present\": (\\d+),\\s+\"left_out\": (\\d+)")
                .matcher(report)
                .results()
                .map(one -> String.join(" ", one.group(1), one.group(2), one.group(3), one.group(4), one.group(5)))
                .toList();
    }
}
