package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one release to the next and back, on a machine with systemd. */
class UpgradeTests {
    private static final String DATABASE = "/var/lib/wvw-builder/data/gw2_wvwbuilder.db";

    private Machine machine;

    @BeforeEach
    void installWithData(@TempDir Path folder) throws Exception {
        machine = Machine.start(folder);
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

    @AfterEach
    void end() throws Exception {
        if (machine != null) machine.close();
    }

    /** A release of another version, with bin/gw2 changed by a program for sed. */
    private String release(String version, String change) throws Exception {
        machine.done("bash", "-euc", """
                mkdir -p /root/releases && cp -a "$0" "/root/releases/$1" && cd "/root/releases/$1"
                echo "$1" >lib/version
                echo "build$1" >lib/build-id
                sed -i "$2" bin/gw2
                find . -type f ! -name SHA256SUMS -printf '%P\\n' | xargs -d '\\n' sha256sum >SHA256SUMS
                """, Tarball.home().toString(), version, change);
        return "/root/releases/" + version + "/install.sh";
    }

    private String installed() throws Exception {
        return machine.done("readlink", "/opt/wvw-builder/current").strip();
    }

    @Test
    void anUpgradeKeepsTheDataAndCanBeRolledBackAndTheServerBeRemoved() throws Exception {
        var first = installed();
        var newer = release("9.0.0", "");
        assertThat(machine.done(newer, "upgrade")).contains("the server is ready", "backup ");
        assertThat(installed()).isEqualTo("releases/9.0.0");
        assertThat(machine.done("gw2", "user", "list")).contains("kept@guild.example");
        assertThat(machine.done("gw2", "backup", "list")).contains("verified");
        assertThat(machine.done(newer, "upgrade")).startsWith("Nothing to change");
        assertThat(machine.done(newer, "rollback")).contains("runs again");
        assertThat(installed()).isEqualTo(first);
        assertThat(machine.done("gw2", "user", "list")).contains("kept@guild.example");
        assertThat(machine.shows("ActiveState")).isEqualTo("active");
        machine.done(newer, "uninstall");
        assertThat(machine.run("systemctl", "status", "gw2-backend").exit()).isEqualTo(4);
        assertThat(machine.done("ls", DATABASE)).contains(DATABASE);
        machine.done(newer, "uninstall", "--purge");
        assertThat(machine.run("ls", "/var/lib/wvw-builder").exit()).isNotZero();
        assertThat(machine.run("getent", "passwd", "wvw-builder").exit()).isNotZero();
    }

    @Test
    void anUpgradeThatIsNotWellIsTakenBackWithItsTables() throws Exception {
        var first = installed();
        // It migrates, which the release before cannot work with, and then does not start.
        var broken = release("9.0.1", """
                s|^exec "\\$java"|if [ "$command" = run ]; then sqlite3 "$GW2_BASE/data/gw2_wvwbuilder.db" \\
                "DELETE FROM auth_users; INSERT INTO auth_schema_history VALUES \\
                (99,'99','x','SQL','V99__x.sql',1,'x',0,1,1);"; exit 1; fi\\n&|""".replace("\\\n", ""));
        var ended = machine.run(broken, "upgrade");
        assertThat(ended.exit()).as(ended.output()).isEqualTo(4);
        assertThat(ended.err()).contains("was taken back");
        assertThat(installed()).isEqualTo(first);
        assertThat(machine.shows("ActiveState")).isEqualTo("active");
        assertThat(machine.get("/api/v1/health/ready")).contains(" 200");
        assertThat(machine.done("gw2", "user", "list")).contains("kept@guild.example");
        assertThat(machine.done("sqlite3", DATABASE, "SELECT count(*) FROM auth_schema_history WHERE version = '99'"))
                .isEqualToIgnoringNewLines("0");
    }
}
