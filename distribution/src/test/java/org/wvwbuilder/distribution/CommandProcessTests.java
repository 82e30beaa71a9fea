package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandProcessTests {
    private Gw2 gw2;

    @BeforeEach
    void unpack(@TempDir Path folder) {
        gw2 = Gw2.in(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        gw2.close();
    }

    @Test
    void wrongUsageIs2() throws Exception {
        var ended = gw2.command("rnu");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("did you mean 'run'?");
        assertThat(ended.out()).isEmpty();
        assertThat(gw2.command("run", "--sett", "a=b").exit()).isEqualTo(2);
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        Files.createDirectories(gw2.base().resolve("etc"));
        Files.writeString(gw2.base().resolve("etc/gw2.toml"), "[http]\nport = 1001\nhost = \"127.0.0.2\"\n");
        var config = gw2.with("GW2_HTTP_PORT", "1002").command("config", "--set", "http.port=1003");
        assertThat(config.exit()).isZero();
        assertThat(config.out())
                .containsPattern("http\\.port +1003 +--set")
                .containsPattern("http\\.host +127\\.0\\.0\\.2");
        assertThat(gw2.command("config").out()).containsPattern("http\\.port +1002 +environment GW2_HTTP_PORT");
    }

    /** Whoever looks for what is wrong may have settings that are: the log is read all the same. */
    @Test
    void theLogIsReadWhateverTheSettingsOfOthersAre() throws Exception {
        Files.createDirectories(gw2.base().resolve("etc"));
        Files.createDirectories(gw2.base().resolve("logs"));
        Files.writeString(
                gw2.base().resolve("etc/gw2.toml"), "[builds]\nnonsense = 1\n[catalogue]\nsync = \"weekly\"\n");
        Files.writeString(gw2.base().resolve("logs/gw2.log"), "2026-11-24T08:00:00.000Z ERROR builds the lava rises\n");
        var logs = gw2.command("logs", "-e");
        assertThat(logs.exit()).describedAs(logs.err()).isZero();
        assertThat(logs.out()).contains("the lava rises");
    }

    @Test
    void theShippedConfigurationExplainsEverySettingAndSetsNone() throws Exception {
        var template = gw2.command("config", "--template");
        assertThat(Files.readString(gw2.home().resolve("etc/gw2.toml")))
                .describedAs("etc/gw2.toml: ./gw2 config --template > etc/gw2.toml")
                .isEqualTo(template.out());
        assertThat(gw2.command("config").out().lines().filter(line -> line.contains("gw2.toml")))
                .isEmpty();
    }

    @Test
    void theGuideToTheSettingsIsTheOneThatTheCodeTells() throws Exception {
        assertThat(Files.readString(Path.of("docs/configuration.md")))
                .describedAs("./gw2 config --reference > distribution/docs/configuration.md")
                .isEqualTo(gw2.command("config", "--reference").out());
    }

    @Test
    void statusTellsARunningServerFromNone() throws Exception {
        var none = gw2.command("status", "--json");
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.out()).contains("\"status\": \"not running\"");
        var server = gw2.run();
        var up = gw2.command("status");
        assertThat(up.exit()).isZero();
        assertThat(up.out())
                .startsWith("ok ")
                .contains(server.awaitReady().toString(), "gw2_wvwbuilder.db", "memory", "up for");
        server.kill();
        var dead = gw2.command("status");
        assertThat(dead.exit()).isEqualTo(1);
        assertThat(dead.out()).startsWith("dead ");
        gw2.run().terminate();
        assertThat(gw2.command("status").exit()).isEqualTo(3);
        assertThat(gw2.command("status", "--set", "http.port=none").exit()).isEqualTo(4);
    }

    @Test
    void jobsAreListedAndStartedBesideARunningServer() throws Exception {
        assertThat(gw2.command("jobs", "run", "server/optimize").exit()).isEqualTo(3);
        var server = gw2.run();
        var jobs = gw2.command("jobs", "list");
        assertThat(jobs.err()).isEmpty();
        assertThat(jobs.out()).contains("auth/session-purge", "builds/trash-purge", "server/integrity-check");
        var ran = gw2.command("jobs", "run", "server/integrity-check", "--wait");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("server/integrity-check succeeded", "sound, read in");
        assertThat(gw2.command("jobs", "history", "server/integrity-check").out())
                .containsPattern("succeeded +hand +command");
        server.terminate();
        assertThat(gw2.command("jobs", "list").out()).contains("auth/session-purge");
    }

    @Test
    void bundledPluginsAreAllResolved() throws Exception {
        var plugins = gw2.command("plugins");
        assertThat(plugins.exit()).isZero();
        assertThat(plugins.out())
                .contains(
                        "auth",
                        "backup",
                        "builds",
                        "console",
                        "dashboard",
                        "health",
                        "loadtest",
                        "log-monitor",
                        "squads",
                        "webhooks")
                .doesNotContain("REJECTED");
        assertThat(gw2.base().resolve("data")).doesNotExist();
    }

    @Test
    void aBrokenPluginIsNamedByTheCommandAndTheServerStarts() throws Exception {
        var folder = Files.createDirectories(gw2.base().resolve("data/plugins/broken"));
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        var plugins = gw2.command("plugins", "--json");
        assertThat(plugins.exit()).isEqualTo(1);
        assertThat(plugins.out()).contains("\"id\": \"broken\"", "\"state\": \"REJECTED\"");
        assertThat(gw2.run().get("/api/v1/health").statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyIsAddedBeforeTheFirstStartAndBesideARunningServer() throws Exception {
        assertThat(add("Zojja", "zojja@rata.example").err()).isEmpty();
        var server = gw2.run();
        assertThat(add("Taimi", "taimi@rata.example").exit()).isZero();
        var twice = add("Taimi", "other@rata.example");
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.err().lines()).hasSize(1);
        assertThat(gw2.command("user", "list").out()).contains("Zojja", "Taimi");
        assertThat(server.terminate()).isEqualTo(143);
    }

    private Gw2.Ended add(String name, String email) throws Exception {
        return gw2.type(
                "a quaggan in the lava\n",
                "user",
                "add",
                "--email",
                email,
                "--username",
                name,
                "--role",
                "admin",
                "--password-stdin");
    }

    @Test
    void theHelpOfAPluginsCommandMakesNoDatabase() throws Exception {
        var help = gw2.command("help", "user");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("add", "list", "passwd");
        assertThat(gw2.base().resolve("data")).doesNotExist();
    }

    @Test
    void aDemonstrationIsMadeOnce() throws Exception {
        var made = gw2.command("demo", "--users", "10", "--builds", "50", "--compositions", "0");
        assertThat(made.exit()).describedAs(made.err()).isZero();
        assertThat(made.out()).contains("Sign in as");
        assertThat(gw2.command("demo").exit()).isEqualTo(1);
    }

    @Test
    void itRunsThroughALinkFromElsewhereAndWithBlanksInItsPath() throws Exception {
        var odd = Files.createDirectory(gw2.base().resolve("a folder"));
        var moved = Files.createSymbolicLink(odd.resolve("wvw builder"), gw2.home());
        Files.createDirectories(odd.resolve("bin"));
        Files.createSymbolicLink(odd.resolve("bin/gw2"), Path.of("../wvw builder/bin/gw2"));
        assertThat(moved).exists();
        try (var linked = Gw2.of(odd, Files.createDirectory(odd.resolve("my base")))) {
            assertThat(linked.command("--version").out()).startsWith("gw2 1.");
            assertThat(linked.run("--set", "http.port=0").terminate()).isEqualTo(143);
            assertThat(linked.base().resolve("data")).exists();
        }
    }
}
