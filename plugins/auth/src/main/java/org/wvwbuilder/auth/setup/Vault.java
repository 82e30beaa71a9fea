package org.wvwbuilder.auth.setup;

import java.io.IOException;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.auth.secret.MasterKeyFile;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Database;

/** Brings the database and the master key together, and refuses those that do not belong to each other. */
public final class Vault {
    private final Database database;
    private final MasterKeyFile file;

    public Vault(Database database, MasterKeyFile file) {
        this.database = database;
        this.file = file;
    }

    /**
     * The installation's master key; made at the very first start.
     *
     * @throws IllegalStateException when the file is missing, is another one, or can be read by others
     */
    public MasterKey open() throws IOException {
        var expected = database.read(connection -> Rows.first(
                connection, "SELECT value FROM auth_facts WHERE name = 'master-key'", row -> row.getString(1)));
        if (expected.isPresent() && !file.exists()) {
            throw new IllegalStateException("the master key " + file.path() + " is missing, and without it no password"
                    + " of this database can be checked: put it back from where you keep it (backups of the database"
                    + " do not hold it), or set auth.master-key-file");
        }
        var key = file.exists() ? file.read() : file.create();
        var kept = expected.isPresent() ? expected.get() : remember(key.fingerprint());
        if (!kept.equals(key.fingerprint())) {
            throw new IllegalStateException("the master key " + file.path() + " is not the one that this database was"
                    + " made with: put the right one back, or set auth.master-key-file");
        }
        return key;
    }

    /** @return what is kept: the fingerprint of whichever process was first */
    private String remember(String fingerprint) {
        return database.write(connection -> {
            Rows.change(
                    connection,
                    "INSERT INTO auth_facts (name, value) VALUES ('master-key', ?) ON CONFLICT (name) DO NOTHING",
                    fingerprint);
            return Rows.first(
                            connection,
                            "SELECT value FROM auth_facts WHERE name = 'master-key'",
                            row -> row.getString(1))
                    .orElseThrow();
        });
    }
}
