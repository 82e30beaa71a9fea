package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandProcessTests {
    @TempDir
    Path folder;

    private Start gw2() {
        return Start.in(folder);
    }

    @Test
    void wrongUsageIs2() throws Exception {
        var ended = gw2().command("rnu");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("did you mean 'run'?");
        assertThat(ended.out()).isEmpty();
        assertThat(gw2().command("run", "--sett", "a=b").exitCode()).isEqualTo(2);
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/gw2.toml"), "[http]\nport = 1001\nhost = \"127.0.0.2\"\n");
        var config = gw2().with("GW2_HTTP_PORT", "1002").command("config", "--set", "http.port=1003");
        assertThat(config.exitCode()).isZero();
        assertThat(config.out()).containsPattern("http\\.port +1003 +--set").containsPattern("http\\.host +127\\.0\\.0\\.2");
        assertThat(gw2().command("config").out()).containsPattern("http\\.port +1002 +environment GW2_HTTP_PORT");
    }

    @Test
    void statusTellsARunningServerFromNone() throws Exception {
        var none = gw2().command("status", "--json");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.out()).contains("\"status\": \"not running\"");
        try (var server = Gw2.start(folder)) {
            var up = gw2().command("status");
            assertThat(up.exitCode()).describedAs(up.output()).isZero();
            assertThat(up.out()).contains("ok", server.address().toString(), "gw2_wvwbuilder.db");
        }
        assertThat(gw2().command("status").exitCode()).isEqualTo(3);
    }

    @Test
    void bundledPluginsAreAllResolved() throws Exception {
        var plugins = gw2().command("plugins");
        assertThat(plugins.exitCode()).isZero();
        assertThat(plugins.out()).contains("auth", "builds", "console", "dashboard", "health").doesNotContain("REJECTED");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aBrokenPluginIsNamedByTheCommandAndTheServerStarts() throws Exception {
        var folder = Files.createDirectories(folder.resolve("data/plugins/broken"));
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        var plugins = gw2().command("plugins", "--json");
        assertThat(plugins.exitCode()).isEqualTo(1);
        assertThat(plugins.out()).contains("\"id\": \"broken\"", "\"state\": \"REJECTED\"");
        try (var server = Gw2.start(folder)) {
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void somebodyIsAddedBeforeTheFirstStartAndBesideARunningServer() throws Exception {
        assertThat(add("Zojja", "zojja@rata.example").exitCode()).isZero();
        try (var server = Gw2.start(folder)) {
            assertThat(add("Taimi", "taimi@rata.example").exitCode()).isZero();
            var twice = add("Taimi", "other@rata.example");
            assertThat(twice.exitCode()).isEqualTo(1);
            assertThat(twice.err().lines()).hasSize(1);
            assertThat(gw2().command("user", "list").out()).contains("Zojja", "Taimi");
            assertThat(server.terminate()).isEqualTo(143);
        }
    }

    private Result add(String name, String email) throws Exception {
        return gw2().type("correct horse battery staple\n",
                "user", "add", "--email", email, "--username", name, "--role", "admin", "--password-stdin");
    }

    @Test
    void theHelpOfAPluginsCommandMakesNoDatabase() throws Exception {
        var help = gw2().command("help", "user");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("add", "list", "passwd");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDemonstrationIsMadeOnce() throws Exception {
        var made = gw2().command("demo", "--users", "10", "--builds", "50", "--compositions", "0");
        assertThat(made.exitCode()).describedAs(made.err()).isZero();
        assertThat(made.out()).contains("Sign in as");
        assertThat(gw2().command("demo").exitCode()).isEqualTo(1);
    }

    @Test
    void itRunsThroughALinkFromElsewhereAndWithBlanksInItsPath() throws Exception {
        var odd = Files.createDirectory(folder.resolve("a folder"));
        var moved = Files.createSymbolicLink(odd.resolve("wvw builder"), Gw2.home());
        Files.createDirectories(odd.resolve("bin"));
        Files.createSymbolicLink(odd.resolve("bin/gw2"), Path.of("../wvw builder/bin/gw2"));
        assertThat(moved).exists();
        var linked = Start.from(odd, Files.createDirectory(odd.resolve("my base")));
        assertThat(linked.command("--version").out()).startsWith("gw2 1.");
        try (var server = linked.server()) {
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
        assertThat(linked.base().resolve("data")).exists();
    }
}
