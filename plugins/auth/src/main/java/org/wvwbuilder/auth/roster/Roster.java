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
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Throttle;
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
    private final Throttle throttle;
    private final Audit audit;
    private final InstantSource clock;
    private final boolean serving;
    private final LinkTable links = new LinkTable();
    private final DeletionTable deletions = new DeletionTable();

    /** @param serving whether whoever removes an account tells the plugins at once; else the server does */
    public Roster(
            Database database,
            UserTable users,
            Registrar registrar,
            Sessions sessions,
            Throttle throttle,
            Audit audit,
            InstantSource clock,
            boolean serving) {
        this.database = database;
        this.users = users;
        this.registrar = registrar;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
        this.serving = serving;
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

    /** By username only: an email address is nothing that other people may try out. */
    @Override
    public Optional<String> id(String username) {
        return username.indexOf('@') >= 0 ? Optional.empty() : named(username).map(User::id);
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
        if (found.size() <= limit) return new Page<>(found);
        var page = found.subList(0, limit);
        return new Page<>(page, Optional.of(new Cursor(UserTable.position(page.getLast())).text()));
    }

    /**
     * Changes an account.
     *
     * @param expected whether the caller's change is meant for this version
     * @throws Problem 404, 412, 409 when a name is taken or nobody would administer the server, 422
     */
    public User change(Actor actor, String id, UserChange change, LongPredicate expected) {
        var changed = registrar.write(connection -> {
            var old = users.byId(connection, id).orElseThrow(() -> Problem.notFound("The user"));
            if (!expected.test(old.version())) throw Problem.stale("The user");
            var fields = new Fields();
            var user = change.applied(old, fields);
            fields.check();
            write(connection, old, user);
            note(connection, actor, old, user);
            return user;
        });
        sessions.accountChanged();
        return changed;
    }

    /** @throws Problem 404, 412, or 409 when nobody would administer the server */
    public void remove(Actor actor, String id, LongPredicate expected) {
        database.write(connection -> {
            var user = users.byId(connection, id).orElseThrow(() -> Problem.notFound("The user"));
            if (!expected.test(user.version())) throw Problem.stale("The user");
            keepAnAdministrator(connection, id);
            audit.note(connection, actor, Action.ACCOUNT_DELETE, Subject.of(user), "");
            deletions.note(connection, id, Instant.ofEpochMilli(clock.millis()), serving);
            return users.delete(connection, id);
        });
        sessions.accountChanged();
    }

    /** Lets an account's owner try again at once, whatever was tried before. */
    public void unlock(Actor actor, User user) {
        database.write(connection -> {
            forgetTries(connection, user);
            audit.note(connection, actor, Action.ACCOUNT_UNLOCK, Subject.of(user), "");
            return user;
        });
    }

    /** Within the caller's transaction. */
    void forgetTries(Connection connection, User user) throws SQLException {
        for (var name : List.of(user.email(), user.username())) {
            throttle.forget(connection, throttle.budget(Limit.SIGN_IN, UserTable.folded(name)));
        }
        throttle.forget(connection, throttle.budget(Limit.PASSWORD, user.id()));
    }

    /** Ends the sessions of an account, but for one if that is named. */
    public void endSessions(Actor actor, User user, String exceptId) {
        database.write(connection -> {
            sessions.endOthers(connection, user.id(), exceptId, "all ended");
            audit.note(connection, actor, Action.SESSION_END, Subject.of(user), exceptId.isEmpty() ? "all" : "others");
            return user;
        });
        sessions.accountChanged();
    }

    private void note(Connection connection, Actor actor, User old, User user) throws SQLException {
        var subject = Subject.of(user);
        if (!old.role().equals(user.role())) {
            audit.note(connection, actor, Action.ROLE_CHANGE, subject, old.role() + " to " + user.role());
        }
        if (old.disabled() != user.disabled()) {
            var action = user.disabled() ? Action.ACCOUNT_DISABLE : Action.ACCOUNT_ENABLE;
            audit.note(connection, actor, action, subject, "");
        }
        if (!old.email().equals(user.email())) {
            audit.note(connection, actor, Action.EMAIL_CHANGE, subject, "");
        }
        if (!old.username().equals(user.username())) {
            audit.note(connection, actor, Action.ACCOUNT_CHANGE, subject, "username was " + old.username());
        }
    }

    private void write(Connection connection, User old, User user) throws SQLException {
        if (user.disabled() || !user.role().equals(Roles.ADMIN)) keepAnAdministrator(connection, user.id());
        registrar.refuseTaken(connection, user);
        var now = Instant.ofEpochMilli(clock.millis());
        if (!users.update(connection, user, now)) throw Problem.stale("The user");
        if (!user.disabled() || old.disabled()) return;
        sessions.endAll(connection, user.id(), "account disabled");
        links.end(connection, user.id());
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
