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
    private Upgrades upgrades;

    @TempDir
    private Path folder;

    @BeforeEach
    void installWithData() throws Exception {
        machine = Machine.start(folder);
        machine.done(Tarball.home().resolve("install.sh").toString(), "install", "--no-nginx");
        upgrades = new Upgrades(machine);
        upgrades.add("kept");
    }

    @AfterEach
    void end() throws Exception {
        if (machine != null) machine.close();
    }

    @Test
    void anUpgradeKeepsTheDataAndCanBeRolledBackAndTheServerBeRemoved() throws Exception {
        var first = upgrades.installed();
        var newer = upgrades.release("9.0.0", "");
        upgradeWhilePeopleSave(newer);
        assertThat(upgrades.installed()).isEqualTo("releases/9.0.0");
        assertThat(machine.done("gw2", "user", "list")).contains("kept@guild.example");
        assertThat(machine.done("gw2", "backup", "list")).contains("verified");
        assertThat(machine.done(newer, "upgrade")).startsWith("Nothing to change");
        assertThat(machine.done(newer, "rollback")).contains("runs again");
        assertThat(upgrades.installed()).isEqualTo(first);
        assertThat(machine.done("gw2", "user", "list")).contains("kept@guild.example");
        assertThat(machine.shows("ActiveState")).isEqualTo("active");
        machine.done(newer, "uninstall");
        assertThat(machine.run("systemctl", "status", "gw2-backend").exit()).isEqualTo(4);
        assertThat(machine.done("ls", DATABASE)).contains(DATABASE);
        machine.done(newer, "uninstall", "--purge");
        assertThat(machine.run("ls", "/var/lib/wvw-builder").exit()).isNotZero();
        assertThat(machine.run("getent", "passwd", "wvw-builder").exit()).isNotZero();
    }

    /** Quality N8: nobody's change fails, none is lost. */
    private void upgradeWhilePeopleSave(String newer) throws Exception {
        try (var savers = Savers.start(machine, folder, "kept")) {
            savers.awaitSaved();
            var started = System.nanoTime();
            assertThat(machine.done(newer, "upgrade")).contains("the server is ready", "backup ");
            System.out.println("upgrade: " + (System.nanoTime() - started) / 1_000_000 + " ms");
            savers.awaitSaved();
            var saved = savers.allSaved();
            assertThat(machine.done("sqlite3", DATABASE, "SELECT name FROM builds_builds")
                            .lines())
                    .containsExactlyInAnyOrderElementsOf(saved);
        }
    }

    @Test
    void anUpgradeThatIsNotWellIsTakenBackWithItsTables() throws Exception {
        var first = upgrades.installed();
        whatWasWrittenToOneThatStartedStays(first);
        // It migrates, which the release before cannot work with, and then does not start.
        var broken = upgrades.release("9.0.1", """
                echo "DELETE FROM auth_users; INSERT INTO auth_schema_history VALUES
                (99,'99','x','SQL','V99__x.sql',1,'x',0,1,1);" >lib/broken.sql
                sed -i 's|^exec "\\$java"|if [ "$command" = run ]; then sqlite3 "$GW2_BASE/data/gw2_wvwbuilder.db" \
                <"$home/lib/broken.sql"; exit 1; fi\\n&|' bin/gw2
                grep -q broken.sql bin/gw2
                """);
        var ended = machine.run(broken, "upgrade");
        assertThat(ended.exit()).as(ended.output()).isEqualTo(4);
        assertThat(ended.err()).contains("was taken back");
        assertThat(upgrades.installed()).isEqualTo(first);
        assertThat(machine.shows("ActiveState")).isEqualTo("active");
        assertThat(machine.get("/api/v1/health/ready")).contains(" 200");
        assertThat(machine.done("gw2", "user", "list")).contains("kept@guild.example");
        assertThat(machine.done("sqlite3", DATABASE, "SELECT count(*) FROM auth_schema_history WHERE version = '99'"))
                .isEqualToIgnoringNewLines("0");
    }

    private void whatWasWrittenToOneThatStartedStays(String first) throws Exception {
        // It serves and takes a write, and then says that it does not work.
        var ill = upgrades.release("9.0.3", """
                sed -i 's|^exec "\\$java"|if [ "$command" = status ]; then sqlite3 "$GW2_BASE/data/gw2_wvwbuilder.db" \
                "UPDATE auth_users SET username = '"'written'"'"; exit 4; fi\\n&|' bin/gw2
                grep -q written bin/gw2
                """);
        var ended = machine.run("env", "WVW_PATIENCE=3", ill, "upgrade");
        assertThat(ended.exit()).as(ended.output()).isEqualTo(4);
        assertThat(ended.err()).contains("runs with all data");
        assertThat(upgrades.installed()).isEqualTo(first);
        assertThat(machine.done("gw2", "user", "list")).contains("written");
    }

    @Test
    void aRollbackBehindNewTablesNeedsTheDataFromBeforeAndAWord() throws Exception {
        var first = upgrades.installed();
        var newer = upgrades.release("9.0.2", Upgrades.TABLE);
        machine.done(newer, "upgrade");
        upgrades.add("late");
        var plain = machine.run(newer, "rollback");
        assertThat(plain.exit()).as(plain.output()).isEqualTo(1);
        assertThat(plain.err()).contains("so 9.0.2 runs again", "'rollback --restore --yes'");
        assertThat(machine.run(newer, "rollback", "--restore").exit()).isEqualTo(2);
        assertThat(upgrades.installed()).isEqualTo("releases/9.0.2");
        assertThat(machine.done("gw2", "user", "list")).contains("late@guild.example");
        assertThat(machine.done(newer, "rollback", "--restore", "--yes"))
                .contains("and to the data of backup", "runs again");
        assertThat(upgrades.installed()).isEqualTo(first);
        assertThat(machine.get("/api/v1/health/ready")).contains(" 200");
        assertThat(machine.done("gw2", "user", "list"))
                .contains("kept@guild.example")
                .doesNotContain("late@guild.example");
        assertThat(machine.bash("sqlite3 /var/lib/wvw-builder/data/before-restore-*.db"
                        + " \"SELECT count(*) FROM auth_users WHERE email = 'late@guild.example'\""))
                .isEqualToIgnoringNewLines("1");
    }
}
