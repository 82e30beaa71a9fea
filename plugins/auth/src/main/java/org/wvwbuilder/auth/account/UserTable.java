package org.wvwbuilder.auth.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.Roles;

/** The SQL about accounts. Lookups by id, email and username are served by the unique indexes of the table. */
public final class UserTable {
    /** The columns of a {@link User}, for queries that join the table as {@code u}. */
    public static final String COLUMNS =
            "u.id, u.email, u.username, u.role, u.language, u.disabled, u.version, u.created_at, u.signed_in_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM auth_users u ";

    private final Engine engine;

    public UserTable(Engine engine) {
        this.engine = engine;
    }

    public Optional<User> byId(Connection connection, String id) throws SQLException {
        return Rows.first(connection, SELECT + "WHERE u.id = ?", UserTable::user, id);
    }

    /** Finds an account by what people type as their name: the email when it has an @, else the username. */
    public Optional<Credential> byName(Connection connection, String typed) throws SQLException {
        boolean email = typed.indexOf('@') >= 0;
        return Rows.first(
                connection,
                "SELECT " + COLUMNS + ", u.password_hash FROM auth_users u WHERE "
                        + (email ? "u.email_key = ?" : "u.username_key = ?"),
                row -> new Credential(user(row), row.getString("password_hash")),
                email ? Email.key(typed) : Username.key(typed));
    }

    /** The one spelling of a typed name, email or username, that attempts are counted by. */
    public static String folded(String typed) {
        return Email.key(typed);
    }

    public String passwordHash(Connection connection, String id) throws SQLException {
        return Rows.first(connection, "SELECT password_hash FROM auth_users WHERE id = ?", row -> row.getString(1), id)
                .orElse("");
    }

    public boolean emailTaken(Connection connection, Email email, String exceptId) throws SQLException {
        var sql = "SELECT count(*) FROM auth_users WHERE email_key = ? AND id <> ?";
        return Rows.count(connection, sql, email.key(), exceptId) > 0;
    }

    public boolean usernameTaken(Connection connection, Username username, String exceptId) throws SQLException {
        var sql = "SELECT count(*) FROM auth_users WHERE username_key = ? AND id <> ?";
        return Rows.count(connection, sql, username.key(), exceptId) > 0;
    }

    /** Fails with a constraint when the email or username is taken. */
    public void insert(Connection connection, User user, String passwordHash) throws SQLException {
        Rows.change(
                connection,
                """
                INSERT INTO auth_users (id, email, email_key, username, username_key, password_hash, role, language,
                    disabled, version, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                user.id(),
                user.email(),
                Email.key(user.email()),
                user.username(),
                Username.key(user.username()),
                passwordHash,
                user.role(),
                user.language().orElse(""),
                user.disabled() ? 1 : 0,
                user.version(),
                user.createdAt().toEpochMilli(),
                user.createdAt().toEpochMilli());
    }

    /**
     * Writes everything that can be edited, if nobody else did since.
     *
     * @return false when the account is gone or has another version than {@code user.version() - 1}
     */
    public boolean update(Connection connection, User user, Instant now) throws SQLException {
        return Rows.change(
                        connection,
                        """
                        UPDATE auth_users SET email = ?, email_key = ?, username = ?, username_key = ?, role = ?,
                            language = ?, disabled = ?, version = ?, changed_at = ? WHERE id = ? AND version = ?
                        """,
                        user.email(),
                        Email.key(user.email()),
                        user.username(),
                        Username.key(user.username()),
                        user.role(),
                        user.language().orElse(""),
                        user.disabled() ? 1 : 0,
                        user.version(),
                        now.toEpochMilli(),
                        user.id(),
                        user.version() - 1)
                == 1;
    }

    /** Replaces the password's hash, unless it was replaced meanwhile. */
    public boolean replaceHash(Connection connection, String id, String old, String fresh) throws SQLException {
        var sql = "UPDATE auth_users SET password_hash = ? WHERE id = ? AND password_hash = ?";
        return Rows.change(connection, sql, fresh, id, old) == 1;
    }

    public boolean setHash(Connection connection, String id, String fresh) throws SQLException {
        return Rows.change(connection, "UPDATE auth_users SET password_hash = ? WHERE id = ?", fresh, id) == 1;
    }

    public void signedIn(Connection connection, String id, Instant now) throws SQLException {
        Rows.change(connection, "UPDATE auth_users SET signed_in_at = ? WHERE id = ?", now.toEpochMilli(), id);
    }

    public boolean delete(Connection connection, String id) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_users WHERE id = ?", id) == 1;
    }

    public boolean anybody(Connection connection) throws SQLException {
        return Rows.first(connection, "SELECT id FROM auth_users LIMIT 1", row -> 1)
                .isPresent();
    }

    /** Served by auth_users_by_role. */
    public boolean anyAdministrator(Connection connection) throws SQLException {
        var sql = "SELECT id FROM auth_users WHERE role = ? AND disabled = 0 LIMIT 1";
        return Rows.first(connection, sql, row -> 1, Roles.ADMIN).isPresent();
    }

    /** The administrators who can sign in, locked: of two that remove each other, one waits and then sees it. */
    public List<String> lockAdministrators(Connection connection) throws SQLException {
        var sql = "SELECT id FROM auth_users WHERE role = ? AND disabled = 0 ORDER BY id";
        var lock = engine == Engine.POSTGRESQL ? " FOR UPDATE" : "";
        return Rows.all(connection, sql + lock, row -> row.getString(1), Roles.ADMIN);
    }

    /** @param after the username key of the last one of the page before, or empty */
    public List<User> page(Connection connection, String query, String after, int limit) throws SQLException {
        var pattern = "%" + Email.key(query).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return Rows.all(
                connection,
                SELECT
                        + "WHERE u.username_key > ? AND (u.username_key LIKE ? ESCAPE '\\' OR u.email_key LIKE ? ESCAPE '\\')"
                        + " ORDER BY u.username_key LIMIT ?",
                UserTable::user,
                after,
                pattern,
                pattern,
                limit);
    }

    public Map<String, String> names(Connection connection, Collection<String> ids) throws SQLException {
        var names = new HashMap<String, String>();
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += 500) {
            var some = all.subList(from, Math.min(from + 500, all.size()));
            var marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            Rows.all(
                            connection,
                            "SELECT id, username FROM auth_users WHERE id IN (" + marks + ")",
                            row -> Map.entry(row.getString(1), row.getString(2)),
                            some.toArray())
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return Map.copyOf(names);
    }

    /** The cursor of the page that starts after this account. */
    public static String position(User last) {
        return Username.key(last.username());
    }

    public static User user(ResultSet row) throws SQLException {
        var language = row.getString("language");
        return new User(
                row.getString("id"),
                row.getString("email"),
                row.getString("username"),
                row.getString("role"),
                language.isEmpty() ? Optional.empty() : Optional.of(language),
                row.getInt("disabled") == 1,
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Rows.moment(row, "signed_in_at").map(Instant::ofEpochMilli));
    }
}
