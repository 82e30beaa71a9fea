package org.wvwbuilder.auth.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.wvwbuilder.auth.account.Credential;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The accounts there are: finds, changes and removes them. Somebody can always administer the server. */
public final class Roster implements Accounts {
    private final Database database;
    private final UserTable users;
    private final Registrar registrar;
    private final Sessions sessions;
    private final InstantSource clock;

    public Roster(Database database, UserTable users, Registrar registrar, Sessions sessions, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.registrar = registrar;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such role */
    public static String role(String typed) {
        Roles.of(typed);
        return typed;
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : database.read(connection -> users.names(connection, ids));
    }

    /** @throws Problem 404 */
    public User get(String id) {
        return database.read(connection -> users.byId(connection, id)).orElseThrow(() -> Problem.notFound("The user"));
    }

    /** Finds an account by email or username, as people type it. */
    public Optional<User> named(String typed) {
        return database.read(connection -> users.byName(connection, typed)).map(Credential::user);
    }

    /** The accounts by username whose names contain the query. */
    public Page<User> page(String query, Cursor cursor, int limit) {
        List<User> found = database.read(connection -> users.page(connection, query, cursor.after(), limit + 1));
        if (found.size() <= limit) return new Page<>(found, null);
        var page = found.subList(0, limit);
        return new Page<>(page, new Cursor(UserTable.position(page.getLast())).text());
    }

    /**
     * Changes an account.
     *
     * @param expected whether the caller's change is meant for this version
     * @throws Problem 404, 412, 409 when a name is taken or nobody would administer the server, 422
     */
    public User change(String id, UserChange change, LongPredicate expected) {
        var changed = registrar.write(connection -> {
            var old = users.byId(connection, id).orElseThrow(() -> Problem.notFound("The user"));
            if (!expected.test(old.version())) throw Problem.stale("The user");
            var fields = new Fields();
            var user = change.applied(old, fields);
            fields.check();
            write(connection, old, user);
            return user;
        });
        sessions.accountChanged();
        return changed;
    }

    /** @throws Problem 404, 412, or 409 when nobody would administer the server */
    public void remove(String id, LongPredicate expected) {
        database.write(connection -> {
            var user = users.byId(connection, id).orElseThrow(() -> Problem.notFound("The user"));
            if (!expected.test(user.version())) throw Problem.stale("The user");
            keepAnAdministrator(connection, id);
            return users.delete(connection, id);
        });
        sessions.accountChanged();
    }

    private void write(Connection connection, User old, User user) throws SQLException {
        if (user.disabled() || !user.role().equals(Roles.ADMIN)) keepAnAdministrator(connection, user.id());
        registrar.refuseTaken(connection, user);
        var now = Instant.ofEpochMilli(clock.millis());
        if (!users.update(connection, user, now)) throw Problem.stale("The user");
        if (user.disabled() && !old.disabled()) sessions.endAll(connection, user.id(), "account disabled");
    }

    private void keepAnAdministrator(Connection connection, String id) throws SQLException {
        if (users.lockAdministrators(connection).equals(List.of(id))) {
            throw new Problem(
                    409,
                    "last-administrator",
                    "This is the last administrator: make somebody else one first, so that the server stays in hands.");
        }
    }
}
