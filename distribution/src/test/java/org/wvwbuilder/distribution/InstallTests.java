package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code install.sh} into a folder, and what it installs, on any machine. */
class InstallTests {
    private static final Path HOME = Tarball.home();

    @TempDir
    private Path folder;

    private Gw2.Ended program(Path directory, String... words) throws IOException, InterruptedException {
        var output = Files.createTempFile("program", "");
        var errors = Files.createTempFile("program", "");
        var process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(words) + " took longer than a minute");
        }
        return new Gw2.Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private Gw2.Ended install(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(HOME.resolve("install.sh").toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--root", folder.toString()));
        return program(folder, line.toArray(String[]::new));
    }

    private Map<String, String> state() throws IOException {
        var state = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(file -> !file.toString().contains("/releases/"))
                    .toList()) {
                state.put(
                        file.toString(),
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toString());
            }
        }
        return state;
    }

    @Test
    void aSecondRunChangesNothingAndSaysSo() throws Exception {
        var first = install("install");
        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(folder.resolve("opt/wvw-builder/current/bin/gw2")).isExecutable();
        assertThat(folder.resolve("etc/systemd/system/gw2-backend.service")).exists();
        assertThat(Files.readString(folder.resolve("etc/wvw-builder/gw2.toml")))
                .contains("\ndirectory = \"/var/log/wvw-builder\"\n");
        var before = state();
        var second = install("install");
        assertThat(second.exit()).isZero();
        assertThat(second.out()).startsWith("Nothing to change");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatTheOperatorChangedStaysAndWhatHeDidNotIsRenewed() throws Exception {
        install("install");
        var settings = folder.resolve("etc/wvw-builder/gw2.toml");
        var rotation = folder.resolve("etc/logrotate.d/wvw-builder");
        Files.writeString(settings, "[http]\nport = 9000\n");
        Files.delete(rotation);
        assertThat(install("install").out()).contains("writing /etc/logrotate.d/wvw-builder");
        assertThat(settings).hasContent("[http]\nport = 9000\n");
        // As if the release before had brought other settings.
        var record = folder.resolve("opt/wvw-builder/installed");
        Files.writeString(
                record, Files.readString(record).replaceAll("(?m)^\\w+ (/etc/wvw-builder/gw2.toml)$", "0 $1"));
        assertThat(install("install").out()).contains("keeping /etc/wvw-builder/gw2.toml");
        assertThat(settings).hasContent("[http]\nport = 9000\n");
        assertThat(folder.resolve("etc/wvw-builder/gw2.toml.new")).exists();
        assertThat(install("install").out()).startsWith("Nothing to change");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        var ended = install("install", "--dry-run");
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.out()).contains("writing /etc/wvw-builder/gw2.toml", "nothing was changed");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void uninstallingLeavesDataAndSettingsUnlessTold() throws Exception {
        install("install");
        Files.writeString(folder.resolve("var/lib/wvw-builder/precious"), "data");
        assertThat(install("uninstall").exit()).isZero();
        assertThat(folder.resolve("opt/wvw-builder")).doesNotExist();
        assertThat(folder.resolve("usr/local/bin/gw2").toFile().toPath()).matches(link -> !Files.isSymbolicLink(link));
        assertThat(folder.resolve("etc/systemd/system/gw2-backend.service")).doesNotExist();
        assertThat(folder.resolve("var/lib/wvw-builder/precious")).exists();
        assertThat(folder.resolve("etc/wvw-builder/gw2.toml")).exists();
        assertThat(install("uninstall", "--purge").exit()).isZero();
        assertThat(folder.resolve("var/lib/wvw-builder")).doesNotExist();
        assertThat(folder.resolve("etc/wvw-builder")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --fast               | 2 | '--fast' is unknown
            install --domain     | 2 | --domain wants a value
            install uninstall    | 2 | name one
            install --purge      | 2 | uninstall only
            upgrade              | 1 | use 'install.sh install'
            rollback             | 1 | no upgrade to go back from
            rollback --restore   | 2 | add --yes
            install --yes        | 2 | rollback --restore only
            uninstall            | 1 | nothing is installed
            install --domain x_y | 2 | no name of a host
            install --domain a.b | 2 | --certificate and --key
            """)
    void whatMakesNoSenseIsSaidInOneSentenceAndChangesNothing(String words, int exit, String sentence)
            throws Exception {
        var before = state();
        var line = new ArrayList<>(List.of(HOME.resolve("install.sh").toString(), "--root", folder.toString()));
        line.addAll(List.of(words.split(" ")));
        var ended = program(folder, line.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
        assertThat(ended.err().lines()).singleElement().asString().contains(sentence);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aDomainFillsInTheSiteOfNginx() throws Exception {
        var certificate = Files.createFile(folder.resolve("chain.pem")).toString();
        var key = Files.createFile(folder.resolve("key.pem")).toString();
        String[] words = {"install", "--domain", "builds.guild.example", "--certificate", certificate, "--key", key};
        var first = install(words);
        assertThat(first.exit()).as(first.output()).isZero();
        var site = folder.resolve("etc/nginx/sites-enabled/wvw-builder.conf");
        assertThat(site)
                .content()
                .contains("server_name builds.guild.example;", "ssl_certificate " + certificate + ";", "127.0.0.1:8000")
                .doesNotContainPattern("@[A-Z_]+@");
        assertThat(folder.resolve("etc/nginx/snippets/wvw-builder-tls.conf")).exists();
        assertThat(folder.resolve("etc/letsencrypt/renewal-hooks/deploy/wvw-builder"))
                .isExecutable();
        assertThat(install(words).out()).startsWith("Nothing to change");
        assertThat(install("uninstall").exit()).isZero();
        assertThat(Files.isSymbolicLink(site)).isFalse();
        try (var snippets = Files.list(folder.resolve("etc/nginx/snippets"))) {
            assertThat(snippets).isEmpty();
        }
    }

    @Test
    void aReleaseThatWasDamagedOnTheWayIsRefused() throws Exception {
        var copy = folder.resolve("copy");
        assertThat(program(folder, "cp", "-a", HOME.toString(), copy.toString()).exit())
                .isZero();
        Files.writeString(copy.resolve("plugins/damaged"), "no matter");
        Files.writeString(copy.resolve("README.txt"), "x");
        var ended = program(folder, copy.resolve("install.sh").toString(), "install", "--root", folder.toString());
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).contains("differ from what was released");
        assertThat(folder.resolve("opt")).doesNotExist();
    }

    @Test
    void theUnitIsAsClosedAsJavaCanBear() throws Exception {
        need("systemd-analyze", "systemd");
        var unit = HOME.resolve("systemd/gw2-backend.service").toString();
        var security = program(folder, "systemd-analyze", "security", "--offline=true", "--threshold=10", unit);
        assertThat(security.exit()).as(security.output()).isZero();
    }

    @Test
    void theScriptsAreCleanForShellcheck() throws Exception {
        need("shellcheck", "shellcheck");
        var files = new ArrayList<>(List.of("shellcheck", "-x", "install.sh", "bin/gw2", "lib/warm"));
        for (var name : List.of("libexec", "libexec/install")) {
            try (var scripts = Files.list(HOME.resolve(name))) {
                scripts.filter(Files::isRegularFile).forEach(script -> files.add(script.toString()));
            }
        }
        files.add(Path.of("src/test/resources/machine.sh").toAbsolutePath().toString());
        var checked = program(HOME, files.toArray(String[]::new));
        assertThat(checked.exit()).as(checked.output()).isZero();
    }

    @Test
    void theCompletionKnowsTheCommandsOfPluginsAndEveryCommandHasAPage() throws Exception {
        var script = HOME.resolve("share/bash-completion/completions/gw2");
        var words = program(folder, "bash", "-c", """
                . "$0"
                COMP_WORDS=(gw2 us) COMP_CWORD=1 COMP_LINE='gw2 us' COMP_POINT=6
                $(complete -p gw2 | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
                echo "${COMPREPLY[@]}"
                """, script.toString());
        assertThat(words.out().strip()).as(words.output()).isEqualTo("user");
        assertThat(HOME.resolve("share/man/man1/gw2-user.1")).content().contains("passwd USER");
        assertThat(HOME.resolve("share/man/man1/gw2.1")).content().contains("gw2\\-restore(1)");
    }

    private static void need(String program, String pack) {
        var found =
                List.of("/usr/bin", "/bin").stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if ("true".equals(System.getenv("CI")))
            assertThat(found).as("CI installs " + pack).isTrue();
        Assumptions.assumeTrue(found, program + " is not here: apt-get install " + pack);
    }
}
