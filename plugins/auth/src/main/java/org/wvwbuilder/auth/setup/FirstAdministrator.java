package org.wvwbuilder.auth.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/**
 * Hands the server to the person who started it: a token that stands on their terminal and nowhere else makes the first
 * administrator, once. There is no default account.
 */
public final class FirstAdministrator {
    private final Database database;
    private final UserTable users;
    private final Duration lifetime;
    private final InstantSource clock;

    public FirstAdministrator(Database database, UserTable users, Duration lifetime, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Whether nobody can administer the server yet. */
    public boolean missing() {
        return !database.read(users::anyAdministrator);
    }

    /** A new token. Each node may hand out one of its own. */
    public String token() {
        var token = Secret.next();
        database.write(connection -> {
            Rows.change(connection, "DELETE FROM auth_setup_tokens WHERE expires_at <= ?", clock.millis());
            return Rows.change(
                    connection,
                    "INSERT INTO auth_setup_tokens (hash, expires_at) VALUES (?, ?)",
                    Secret.hash(token),
                    clock.millis() + lifetime.toMillis());
        });
        return token;
    }

    /**
     * Refuses a token that is not good, before any work is done for its bearer.
     *
     * @throws Problem 403, or 409 when there is an administrator
     */
    public void check(String token) {
        database.read(connection -> {
            if (users.anyAdministrator(connection)) throw done();
            if (!good(connection, token)) throw wrong();
            return token;
        });
    }

    /** Uses a token up, within the transaction that inserts the administrator. All other tokens end with it. */
    public void redeem(Connection connection, String token) throws SQLException {
        if (users.anyAdministrator(connection)) throw done();
        if (!good(connection, token)) throw wrong();
        var sql = "DELETE FROM auth_setup_tokens WHERE hash = ?";
        // Of two that redeem at once, the second waits for this row and then finds it gone.
        if (Rows.change(connection, sql, Secret.hash(token)) != 1) throw done();
        Rows.change(connection, "DELETE FROM auth_setup_tokens");
    }

    private boolean good(Connection connection, String token) throws SQLException {
        var hash = Secret.hash(token);
        var hashes = Rows.all(
                connection,
                "SELECT hash FROM auth_setup_tokens WHERE expires_at > ?",
                row -> row.getString(1),
                clock.millis());
        boolean good = false;
        for (var known : hashes) good |= Secret.same(known, hash);
        return good;
    }

    private static Problem done() {
        return new Problem(409, "setup-done", "The first administrator exists already: sign in instead.");
    }

    private static Problem wrong() {
        return new Problem(
                403,
                "setup-token-wrong",
                "This setup token is not, or no longer, good: restart the server for a new one.");
    }
}
