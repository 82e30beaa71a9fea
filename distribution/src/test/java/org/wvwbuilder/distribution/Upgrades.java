package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Makes other releases on a machine, out of the one under test. */
record Upgrades(Machine machine) {
    /** For {@link #release}: it brings a table to the accounts' plugin, which the release before does not know. */
    static final String TABLE = """
            mkdir -p /root/more/META-INF/wvw/migrations
            echo 'CREATE TABLE auth_next (id INTEGER PRIMARY KEY);' >/root/more/META-INF/wvw/migrations/V99__next.sql
            JAR --update --file plugins/auth/wvw-auth-*.jar -C /root/more META-INF/wvw/migrations/V99__next.sql
            """.replace(
                    "JAR", Path.of(System.getProperty("java.home"), "bin/jar").toString());

    /** For {@link #release}: it migrates and then cannot listen, as the address is one of the books' and not the machine's. */
    static final String MUTE = """
            sed -i 's|^exec "\\$java"|[ "$command" != run ] \\|\\| export GW2_HTTP_HOST=192.0.2.1\\n&|' bin/gw2
            grep -q 192.0.2.1 bin/gw2
            """;

    /**
     * Makes a release of another version.
     *
     * @param change a script for bash that changes it, run in its folder
     * @return its install.sh
     */
    String release(String version, String change) throws Exception {
        machine.done("bash", "-euc", """
                mkdir -p /root/releases && cp -a "$0" "/root/releases/$1" && cd "/root/releases/$1"
                echo "$1" >lib/version
                echo "build$1" >lib/build-id
                eval "$2"
                find . -type f ! -name SHA256SUMS -printf '%P\\n' | xargs -d '\\n' sha256sum >SHA256SUMS
                """, Tarball.home().toString(), version, change);
        return "/root/releases/" + version + "/install.sh";
    }

    void add(String name) throws Exception {
        var added = machine.type(
                Accounts.PASSWORD + "\n",
                "gw2",
                "user",
                "add",
                "--email",
                name + "@guild.example",
                "--username",
                name,
                "--admin",
                "--password-stdin");
        assertThat(added.exit()).as(added.output()).isZero();
    }

    String installed() throws Exception {
        return machine.done("readlink", "/opt/wvw-builder/current").strip();
    }
}
