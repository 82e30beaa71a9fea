package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one release to the next, and back from one that is not well, with the data in PostgreSQL. */
class PostgresUpgradeTests {
    private Upgrades upgrades;

    @BeforeEach
    void installOnPostgres(@TempDir Path folder) throws Exception {
        upgrades = new Upgrades(Machine.start(folder));
        upgrades.machine().bash("""
                pg_createcluster -p 5499 15 guild -- --auth-host=scram-sha-256
                systemctl start postgresql@15-guild
                runuser -u postgres -- psql -q -p 5499 -c "CREATE ROLE wvw LOGIN CREATEDB PASSWORD 'secret of the test'" \
                    -c 'CREATE DATABASE wvw OWNER wvw'
                """);
        upgrades.machine().done(Tarball.home().resolve("install.sh").toString(), "install", "--no-nginx", "--no-start");
        upgrades.machine().bash("""
                cd /etc/wvw-builder
                (umask 077; echo 'secret of the test' >database-password)
                chown wvw-builder: database-password
                sed -i 's|^\\[database\\]$|&\\nurl = "jdbc:postgresql://127.0.0.1:5499/wvw"\\nuser = "wvw"\\n\
                password-file = "/etc/wvw-builder/database-password"|' gw2.toml
                systemctl enable --now gw2-backend
                """);
        upgrades.add("kept");
    }

    @AfterEach
    void end() throws Exception {
        if (upgrades != null) upgrades.machine().close();
    }

    private String rows(String table) throws Exception {
        return upgrades.machine()
                .done(
                        "runuser",
                        "-u",
                        "postgres",
                        "--",
                        "psql",
                        "-Atp",
                        "5499",
                        "wvw",
                        "-c",
                        "SELECT count(*) FROM " + table)
                .strip();
    }

    @Test
    void anUpgradeKeepsTheDataAndOneThatIsNotWellIsTakenBackWithItsTables() throws Exception {
        var first = upgrades.installed();
        assertThat(rows("auth_users")).isEqualTo("1");
        var broken = upgrades.machine().run(upgrades.release("9.1.0", Upgrades.TABLE + Upgrades.MUTE), "upgrade");
        assertThat(broken.exit()).as(broken.output()).isEqualTo(4);
        assertThat(upgrades.installed()).isEqualTo(first);
        assertThat(upgrades.machine().get("/api/v1/health/ready")).contains(" 200");
        var newer = upgrades.release("9.1.1", Upgrades.TABLE);
        assertThat(upgrades.machine().done(newer, "upgrade")).contains("the server is ready", "backup ");
        assertThat(rows("auth_next")).isEqualTo("0");
        assertThat(upgrades.machine().done(newer, "rollback", "--restore", "--yes"))
                .contains("runs again");
        assertThat(upgrades.machine().done("gw2", "user", "list")).contains("kept@guild.example");
    }
}
