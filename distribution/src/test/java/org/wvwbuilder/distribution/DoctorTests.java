package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Parts;

/** {@code gw2 doctor} names each fault that is planted, with its remedy, and changes nothing. */
class DoctorTests {
    private static final int PAGE = 4096;

    private Gw2 gw2;

    @TempDir
    private Path folder;

    @BeforeEach
    void unpack() {
        gw2 = Gw2.in(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        gw2.close();
    }

    @Test
    void aTakenPortIsNamedWithWhoHasIt() throws Exception {
        try (var taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var seen = gw2.command("doctor", "--set", "http.port=" + taken.getLocalPort());
            assertThat(seen.exit()).isEqualTo(1);
            assertThat(seen.out())
                    .contains("port " + taken.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("systemctl status " + ProcessHandle.current().pid());
        }
    }

    @Test
    void settingsThatAreWrongAreNamedAndTheRestIsLookedAtAllTheSame() throws Exception {
        var seen = gw2.command("doctor", "--set", "http.body-limit=none", "--set", "htttp.port=1");
        assertThat(seen.exit()).isEqualTo(1);
        assertThat(seen.out())
                .containsPattern("problem +settings +http.body-limit \\(--set\\)")
                .contains("correct it in --set", "memory", "clock");
    }

    @Test
    void aFolderOfSomebodyElseIsNamed() throws Exception {
        needRoot();
        var setpriv = Parts.program("setpriv", "apt-get install util-linux");
        // The program itself must not be what the other user is kept from.
        Files.setPosixFilePermissions(gw2.home().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = Files.createTempDirectory(
                "doctor", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            var seen = gw2.under(setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups")
                    .with("GW2_BASE", "/nonexistent")
                    .command("doctor", "--set", "data.directory=" + data, "--set", "logs.directory=" + data + "/logs");
            assertThat(seen.exit()).isEqualTo(1);
            assertThat(seen.out())
                    .contains("may not read and write the folder " + data + " (rwx------, of root)")
                    .contains("chown -R ");
        } finally {
            Files.delete(data);
        }
    }

    @Test
    void whatRootLeftInTheFolderAndSecretsThatAllMayReadAreNamed() throws Exception {
        needRoot();
        var data = Files.createDirectories(folder.resolve("data/plugin/auth"));
        var key = Files.writeString(data.resolve("master.key"), "secret");
        Files.setOwner(
                folder.resolve("data"),
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        assertThat(gw2.command("doctor").out())
                .contains("belong to root, not to the data folder's owner nobody", "chown -R nobody: ");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        var settings = Files.createDirectories(folder.resolve("etc")).resolve("gw2.toml");
        Files.writeString(settings, "[database]\npassword = \"hunter2\"\n");
        var seen = gw2.command("doctor");
        assertThat(seen.out()).contains("may read what is secret in " + settings, "chmod o-rwx " + settings);
        assertThat(seen.output()).doesNotContain("hunter2");
    }

    @Test
    void aDamagedPageIsNamedAndNothingIsChanged() throws Exception {
        gw2.run().terminate();
        var database = folder.resolve("data/gw2_wvwbuilder.db");
        assertThat(gw2.command("doctor").out()).containsPattern("ok +database +every page");
        try (var raw = new RandomAccessFile(database.toFile(), "rw")) {
            for (long page = 20; page < 24; page++) {
                raw.seek(page * PAGE);
                raw.write("damage".repeat(PAGE / 6).getBytes(StandardCharsets.US_ASCII));
            }
        }
        var before = contents();
        var seen = gw2.command("doctor", "--json");
        assertThat(seen.exit()).isEqualTo(1);
        assertThat(seen.out()).contains("is damaged: ", "gw2 restore");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        needRoot();
        var disk = Files.createDirectory(folder.resolve("small"));
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        Parts.need(mounted == 0, "the right to mount a tmpfs", "run it as root of a real machine");
        try {
            Files.write(disk.resolve("filler"), new byte[2 << 20]);
            var seen = gw2.command("doctor", "--set", "data.directory=" + disk);
            assertThat(seen.exit()).isEqualTo(1);
            assertThat(seen.out()).contains("only 0 MiB are free on the disk of " + disk, "du -xh");
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    @Test
    void anEndedCertificateIsNamed() throws Exception {
        var keys = folder.resolve("keys.p12").toString();
        var pem = folder.resolve("site.pem").toString();
        var keytool = gw2.home().resolve("runtime/bin/keytool");
        var tool = Files.isExecutable(keytool)
                ? keytool.toString()
                : Path.of(System.getProperty("java.home"), "bin/keytool").toString();
        assertThat(run(
                        tool,
                        "-genkeypair",
                        "-keystore",
                        keys,
                        "-alias",
                        "a",
                        "-dname",
                        "CN=wvw",
                        "-keyalg",
                        "EC",
                        "-startdate",
                        "-20d",
                        "-validity",
                        "5",
                        "-storepass",
                        "changeit"))
                .isZero();
        assertThat(run(
                        tool,
                        "-exportcert",
                        "-rfc",
                        "-keystore",
                        keys,
                        "-alias",
                        "a",
                        "-storepass",
                        "changeit",
                        "-file",
                        pem))
                .isZero();
        var seen = gw2.command("doctor", "--set", "health.certificate=" + pem);
        assertThat(seen.exit()).isEqualTo(1);
        assertThat(seen.out()).contains(pem + " ended on ", "certbot renew && systemctl reload nginx");
    }

    @Test
    void aConfigurationThatNginxRefusesIsNamedWithItsLine() throws Exception {
        var nginx = Parts.program("nginx", "apt-get install nginx-light");
        var site = Files.writeString(
                folder.resolve("nginx.conf"),
                "pid " + folder + "/pid;\nerror_log " + folder
                        + "/error.log;\nevents {}\nhttp {\n  server {\n    lissten 80;\n  }\n}\n");
        nginxWith(nginx, site);
        var bad = gw2.command("doctor");
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out())
                .contains("its configuration is wrong: unknown directive \"lissten\" in " + site + ":6")
                .contains("until 'nginx -t' is content");

        Files.writeString(
                site,
                "pid " + folder + "/pid;\nerror_log " + folder
                        + "/error.log;\nevents {}\nhttp {\n  server {\n    listen 80;\n"
                        + "    location / { proxy_pass http://127.0.0.1:8765; }\n  }\n}\n");
        assertThat(gw2.command("doctor", "--set", "http.port=8766").out())
                .contains("no site of it leads to port 8766", "proxy_pass http://127.0.0.1:8766;");
        assertThat(gw2.command("doctor", "--set", "http.port=8765").out())
                .containsPattern("nginx +(it listens neither|it does not run|it runs)");
    }

    @Test
    void aServerThatWasKilledIsNamedAndOneThatRunsIsWell() throws Exception {
        var server = gw2.run();
        var well = gw2.command("doctor", "--json");
        assertThat(well.out()).contains("\"problems\": 0", "and is well");
        assertThat(well.exit()).isZero();
        assertThat(well.err()).isEmpty();
        server.kill();
        var dead = gw2.command("doctor");
        assertThat(dead.exit()).isEqualTo(1);
        assertThat(dead.out()).contains("it ended without taking its leave", "journalctl -u gw2-backend");
    }

    @Test
    void whoeverMadeABackupSeesItAtOnce() throws Exception {
        gw2.run();
        assertThat(gw2.command("doctor").out()).contains("the server knows of no proven one");
        assertThat(gw2.command("backup").exit()).isZero();
        assertThat(gw2.command("doctor").out()).containsPattern("ok +backup +the newest was made on");
        assertThat(gw2.command("status").out()).containsPattern("backup +.+ ago, proven by a restore drill");
    }

    @Test
    void aRefusedPluginIsNamed() throws Exception {
        var broken = Files.createDirectories(folder.resolve("data/plugins/broken"));
        Files.writeString(broken.resolve("broken.jar"), "no jar");
        var seen = gw2.command("doctor");
        assertThat(seen.exit()).isEqualTo(1);
        assertThat(seen.out()).containsPattern("problem +plugins +broken is REJECTED");
    }

    private static void needRoot() {
        Parts.need(System.getProperty("user.name").equals("root"), "root", "run it as root");
    }

    /** The machine's nginx with another configuration. */
    private void nginxWith(Path nginx, Path configuration) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var script = Files.writeString(
                bin.resolve("nginx"), "#!/bin/sh\nexec " + nginx + " -c " + configuration + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        gw2.with("PATH", bin + ":" + System.getenv("PATH"));
    }

    private TreeMap<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var all = Files.walk(folder.resolve("data"))) {
            for (var path : (Iterable<Path>) all::iterator) {
                var what = Files.isDirectory(path)
                        ? "folder"
                        : String.valueOf(java.util.Arrays.hashCode(Files.readAllBytes(path)));
                contents.put(path.toString(), what + " " + Files.getLastModifiedTime(path));
            }
        }
        return contents;
    }

    private static int run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(List.of(words)))
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
