package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;

/** {@code deploy.sh} over a real ssh to a machine of its own, which has a release with data at work. */
class DeployTests {
    private static final String DATABASE = "/var/lib/wvw-builder/data/gw2_wvwbuilder.db";
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private static Path folder;

    private static Machine machine;
    private static Path deploy;

    @BeforeAll
    static void installOnAMachineWithSsh() throws Exception {
        var sshd = Files.isExecutable(Path.of("/usr/sbin/sshd"));
        if ("true".equals(System.getenv("CI")))
            assertThat(sshd).as("CI installs openssh-server, see .ci/run").isTrue();
        Assumptions.assumeTrue(sshd, "no sshd here: apt-get install openssh-server");
        deploy = Tarball.home().resolve("deploy.sh");
        machine = Machine.start(folder);
        var outside = bash("""
                ssh-keygen -q -t ed25519 -N '' -f "$0/client"
                ssh-keygen -q -t ed25519 -N '' -f "$0/server"
                ssh-keygen -q -t ed25519 -N '' -f "$0/other"
                echo "127.0.0.1 $(cat "$0/server.pub")" >"$0/known"
                echo "127.0.0.1 $(cat "$0/other.pub")" >"$0/strangers"
                """, folder.toString());
        assertThat(outside.exit()).as(outside.output()).isZero();
        machine.done(
                "bash",
                "-euc",
                """
                mkdir -p /run/sshd /root/ssh
                echo "$0" >/root/ssh/server
                echo "$1" >/root/ssh/allowed
                chmod 600 /root/ssh/server
                usermod -p '*' root
                printf '%s\\n' 'ListenAddress 127.0.0.1' 'HostKey /root/ssh/server' 'PidFile none' 'UsePAM no' \\
                    'AuthorizedKeysFile /root/ssh/allowed' 'PermitRootLogin prohibit-password' >/root/ssh/config
                systemd-run --quiet --unit=test-sshd /usr/sbin/sshd -D -e -f /root/ssh/config
                """,
                Files.readString(folder.resolve("server")),
                Files.readString(folder.resolve("client.pub")));
        machine.done(Tarball.home().resolve("install.sh").toString(), "install", "--no-nginx");
        var added = machine.type(
                "a long enough password\n",
                "gw2",
                "user",
                "add",
                "--email",
                "kept@guild.example",
                "--username",
                "Kept",
                "--admin",
                "--password-stdin");
        assertThat(added.exit()).as(added.output()).isZero();
    }

    @AfterAll
    static void end() throws Exception {
        if (machine != null) machine.close();
    }

    private static Gw2.Ended bash(String script, String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("bash", "-euc", script));
        line.addAll(List.of(words));
        return ended(new ProcessBuilder(line));
    }

    private static Gw2.Ended ended(ProcessBuilder program) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "out", "");
        var err = Files.createTempFile(folder, "err", "");
        var process =
                program.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    program.command() + " took too long: " + Files.readString(out) + Files.readString(err));
        }
        return new Gw2.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A tarball of another version beside its sums, with bin/gw2 changed by a program for sed. */
    private static Path release(String version, String change) throws IOException, InterruptedException {
        var made = bash("""
                mkdir "$0/$2" && cd "$0/$2"
                cp -a "$1" wvw-builder-$2 && cd wvw-builder-$2
                echo "$2" >lib/version
                echo "build$2" >lib/build-id
                sed -i "$3" bin/gw2
                grep -v -e ' lib/version$' -e ' lib/build-id$' -e ' bin/gw2$' SHA256SUMS >sums
                sha256sum lib/version lib/build-id bin/gw2 >>sums
                mv sums SHA256SUMS
                cd ..
                tar -c wvw-builder-$2 | gzip -1 >wvw-builder-$2-linux-x64.tar.gz
                rm -r wvw-builder-$2
                sha256sum *.tar.gz >SHA256SUMS
                """, folder.toString(), Tarball.home().toString(), version, change);
        assertThat(made.exit()).as(made.output()).isZero();
        return folder.resolve(version, "wvw-builder-" + version + "-linux-x64.tar.gz");
    }

    private static ProcessBuilder deployment(Path tarball, String known, String... words) {
        var line = new ArrayList<>(List.of("bash", deploy.toString(), "--host", "root@127.0.0.1"));
        line.addAll(List.of("--known-hosts", folder.resolve(known).toString()));
        line.addAll(List.of("--identity", folder.resolve("client").toString()));
        line.addAll(List.of(words));
        line.add(tarball.toString());
        line.addAll(List.of("--", "--no-nginx"));
        return machine.beside(line.toArray(String[]::new));
    }

    private static String installed() throws Exception {
        return machine.done("readlink", "/opt/wvw-builder/current").strip();
    }

    private static void assertNothingIsLeftOver() throws Exception {
        assertThat(machine.bash("cd /var/lib/wvw-builder-deploy/*/ && ls").lines())
                .containsExactlyInAnyOrder("log", "result", "target.sh");
    }

    /** Saves builds, one after the other, and notes the names of those that the server took. */
    private static Process writer(Path acknowledged) throws IOException {
        return machine.beside("bash", "-euc", """
                        token=$(curl -sS -m 20 -H 'Content-Type: application/json' http://127.0.0.1:8000/api/v1/auth/login \\
                            -d '{"username": "Kept", "password": "a long enough password"}' |
                            sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
                        for i in {1..4000}; do
                            [ ! -e "$0.stop" ] || exit 0
                            code=$(curl -s -m 5 -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' \\
                                -H "Authorization: Bearer $token" http://127.0.0.1:8000/api/v1/builds -d "{\\"name\\": \\"t$i.\\", \\
                                \\"chat_link\\": \\"$1\\", \\"game_mode\\": \\"wvw\\", \\"visibility\\": \\"private\\"}") || code=none
                            [ "$code" != 201 ] || echo "t$i." >>"$0"
                            echo "$code" >>"$0.codes"
                            sleep 0.1
                        done
                        """, acknowledged.toString(), ApiClient.ELEMENTALIST)
                .inheritIO()
                .start();
    }

    @Test
    void anUpgradeWhoseConnectionsBreakGoesOnAndKeepsEveryAcknowledgedWrite() throws Exception {
        var before = installed();
        var tarball = release("9.0.0", "");
        var acknowledged = Files.createFile(folder.resolve("acknowledged"));
        var writer = writer(acknowledged);
        try {
            awaitWrites(acknowledged);
            cutWhenItSays("copying", deployment(tarball, "known"));
            assertThat(installed()).isEqualTo(before);
            awaitWrites(acknowledged);
            cutWhenItSays("upgrading from", deployment(tarball, "known"));
            Await.until("the upgrade goes on by itself", LONG, () -> installed().equals("releases/9.0.0"));
            // While it is still being watched there: this one waits for the same end.
            var again = ended(deployment(tarball, "known"));
            assertThat(again.exit()).as(again.output()).isZero();
            assertThat(again.out())
                    .contains("making a backup", "the server is ready", "127.0.0.1 runs wvw-builder-9.0.0");
            awaitWrites(acknowledged);
        } finally {
            Files.createFile(folder.resolve("acknowledged.stop"));
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        var kept = machine.done("sqlite3", DATABASE, "SELECT name FROM builds_builds")
                .lines()
                .toList();
        assertThat(kept).containsAll(Files.readAllLines(acknowledged));
        assertNothingIsLeftOver();
        var second = ended(deployment(tarball, "known", "--watch", "0"));
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.out()).contains("Nothing to change");
    }

    private static void awaitWrites(Path acknowledged) throws IOException {
        var before = Files.readAllLines(acknowledged).size();
        Await.until(
                "writes are acknowledged",
                LONG,
                () -> Files.readAllLines(acknowledged).size() > before + 5);
    }

    @Test
    void aReleaseThatDoesNotStayWellIsRolledBack() throws Exception {
        var before = installed();
        // It serves for six seconds, again and again.
        var tarball = release("9.0.2", """
                s|^exec "\\$java"|if [ "$command" = run ]; then bash -c \\
                'until exec 3<>/dev/tcp/127.0.0.1/8000; do sleep 0.2; done; echo GET >\\&3; head -n 1 <\\&3 >/dev/null; \\
                sleep 6; kill $0' $$ \\& fi\\n&|""".replace("\\\n", ""));
        var ended = ended(deployment(tarball, "known", "--watch", "20"));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(4);
        assertThat(ended.out()).contains("the server did not stay well; going back");
        assertThat(installed()).isEqualTo(before);
        assertThat(machine.get("/api/v1/health/ready")).contains(" 200");
    }

    private static void cutWhenItSays(String words, ProcessBuilder deployment) throws Exception {
        var out = Files.createTempFile(folder, "cut", "");
        var process = deployment
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        Await.until(words, LONG, () -> {
            assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
            return Files.readString(out).contains(words);
        });
        var all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerWithAnotherKeyIsRefused() throws Exception {
        var ended = ended(deployment(small(), "strangers"));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
        assertThat(ended.err()).contains("Host key verification failed", "nothing was changed");
    }

    @Test
    void aTarballThatIsNotInTheSumsOrWhoseSumsAreNotSignedIsNotSent() throws Exception {
        var tarball = small();
        Files.writeString(tarball, "changed on the way");
        var changed = ended(deployment(tarball, "known"));
        assertThat(changed.exit()).as(changed.output()).isEqualTo(3);
        assertThat(changed.err()).contains("is not what").contains("SHA256SUMS says");
        tarball = small();
        var signers = folder.resolve("signers");
        Files.writeString(signers, "release " + Files.readString(folder.resolve("other.pub")));
        var sums = tarball.resolveSibling("SHA256SUMS").toString();
        bash(
                "ssh-keygen -q -Y sign -n wvw-builder -f \"$0\" \"$1\"",
                folder.resolve("client").toString(),
                sums);
        var unsigned = ended(deployment(tarball, "strangers", "--signers", signers.toString()));
        assertThat(unsigned.exit()).as(unsigned.output()).isEqualTo(3);
        assertThat(unsigned.err()).contains("is not signed by a key of");
        Files.delete(Path.of(sums + ".sig"));
        bash(
                "ssh-keygen -q -Y sign -n wvw-builder -f \"$0\" \"$1\"",
                folder.resolve("other").toString(),
                sums);
        // Signed well, so it goes on to the server, whose key is not the one that was given.
        assertThat(ended(deployment(tarball, "strangers", "--signers", signers.toString()))
                        .exit())
                .isEqualTo(1);
    }

    private static Path small() throws Exception {
        var place = Files.createTempDirectory(folder, "small");
        var tarball = Files.writeString(place.resolve("wvw-builder-9.9.9-linux-x64.tar.gz"), "no archive");
        bash("cd \"$0\" && sha256sum *.tar.gz >SHA256SUMS", place.toString());
        return tarball;
    }
}
