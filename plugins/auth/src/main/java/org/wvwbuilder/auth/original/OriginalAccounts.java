package org.wvwbuilder.auth.original;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.auth.account.Credential;
import org.wvwbuilder.auth.account.Draft;
import org.wvwbuilder.auth.account.Email;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.account.Username;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.Roles;

/**
 * The accounts of the original, with their bcrypt hashes as they are: a hash of our own is made when the password next
 * comes. An account that is here already is never changed.
 */
public final class OriginalAccounts implements Importer {
    private static final String USERS = "users";
    private static final int AT_ONCE = 200;

    private final Database database;
    private final UserTable users;
    private final Registrar registrar;
    private final Audit audit;
    private final InstantSource clock;

    public OriginalAccounts(Database database, UserTable users, Registrar registrar, Audit audit, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.registrar = registrar;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(USERS, Set.of("id", "username", "email", "hashed_password"));
    }

    @Override
    public Set<String> after() {
        return Set.of();
    }

    @Override
    public void take(Original original) {
        var roles = roles(original);
        var names = new HashSet<String>();
        var waiting = new ArrayList<Waiting>();
        original.each(USERS, row -> {
            var arrival = arrival(row, roles.getOrDefault(row.number("id").orElse(0L), Set.of()));
            if (!decided(original, arrival, names)) waiting.add(arrival);
            if (waiting.size() == AT_ONCE) write(original, waiting);
        });
        write(original, waiting);
    }

    /** A row, and the account that it becomes. */
    private record Waiting(Row row, Draft draft) {}

    private static Map<Long, Set<String>> roles(Original original) {
        var titles = new HashMap<Long, String>();
        original.each(
                "roles",
                row -> titles.put(
                        row.number("id").orElse(0L), row.line("name", 100).toLowerCase(java.util.Locale.ROOT)));
        var roles = new HashMap<Long, Set<String>>();
        original.each("user_roles", row -> {
            var title = titles.getOrDefault(row.number("role_id").orElse(0L), "");
            roles.computeIfAbsent(row.number("user_id").orElse(0L), fresh -> new HashSet<>())
                    .add(title);
        });
        return roles;
    }

    private Waiting arrival(Row row, Set<String> roles) throws Unusable {
        var email = email(row);
        var username = username(row);
        var created = row.instant("created_at").orElseGet(() -> Instant.ofEpochMilli(clock.millis()));
        var user = new User(
                row.newId(username.key()),
                email.text(),
                username.text(),
                role(row, roles),
                Optional.empty(),
                row.number("is_active").filter(active -> active == 0).isPresent(),
                1,
                created,
                Optional.empty());
        return new Waiting(
                row, new Draft(user, row.text("hashed_password").orElse("").strip()));
    }

    private static String role(Row row, Set<String> roles) {
        if (row.flag("is_superuser") || roles.contains(Roles.ADMIN)) return Roles.ADMIN;
        return roles.contains(Roles.COMMANDER) || roles.contains("moderator") ? Roles.COMMANDER : Roles.MEMBER;
    }

    private static Email email(Row row) throws Unusable {
        try {
            return Email.of(row.text("email").orElse(""));
        } catch (IllegalArgumentException none) {
            throw new Unusable("the email is none that anybody could have: correct it in the original");
        }
    }

    /** People sign in by their email too, so a username that is not possible here is replaced by the nearest one. */
    private static Username username(Row row) throws Unusable {
        var typed = row.text("username").orElse("");
        try {
            return Username.of(typed);
        } catch (IllegalArgumentException impossible) {
            var near = typed.strip().replaceAll("[^\\p{IsLatin}0-9_.-]+", "_");
            near = near.substring(0, Math.min(near.length(), 32));
            var name = near.replace("_", "").isEmpty()
                    ? "user" + row.number("id").orElse(0L)
                    : near + "_".repeat(Math.max(0, 3 - near.length()));
            row.remark("the username is not possible here (3 to 32 Latin letters, digits, dots, dashes, underscores): "
                    + "it was changed to the nearest one");
            return Username.of(name);
        }
    }

    /** Whether nothing is to be written for it. */
    private boolean decided(Original original, Waiting arrival, Set<String> names) throws Unusable {
        var user = arrival.draft().user();
        var email = UserTable.folded(user.email());
        var sameEmail = database.<Optional<Credential>>read(connection -> users.byName(connection, user.email()));
        if (database.read(connection -> users.byId(connection, user.id())).isPresent()) {
            arrival.row().present(user.id());
            return true;
        }
        if (sameEmail.isPresent()) {
            if (!original.joining()) {
                throw new Unusable(
                        "an account here has the email: run it again with --join if that is the same person");
            }
            arrival.row().present(sameEmail.get().user().id());
            arrival.row()
                    .remark("the account here with the same email gets what was theirs; its password and role stay");
            return true;
        }
        var username = UserTable.folded(user.username());
        boolean taken = database.read(connection -> users.usernameTaken(connection, Username.of(user.username()), ""));
        if (taken || names.contains(username)) {
            throw new Unusable("somebody else has the username here: rename one of the two, then run it again");
        }
        if (!names.add(email)) {
            throw new Unusable(
                    "another account of the original has the email in another spelling: correct one of the two");
        }
        names.add(username);
        return false;
    }

    private void write(Original original, List<Waiting> waiting) {
        if (!original.rehearsal()) {
            database.write(connection -> {
                for (var arrival : waiting) {
                    var user = registrar.insert(connection, usable(arrival.draft()));
                    audit.note(
                            connection,
                            Actor.OPERATOR,
                            Action.ACCOUNT_ADD,
                            Subject.of(user),
                            user.role() + ", imported");
                }
                return waiting;
            });
        }
        for (var arrival : waiting) {
            arrival.row().taken(arrival.draft().user().id());
            if (!Passwords.foreign(arrival.draft().passwordHash())) {
                arrival.row().remark("the password's hash is not bcrypt: set a password with 'gw2 user passwd'");
            }
        }
        waiting.clear();
    }

    private static Draft usable(Draft draft) {
        return Passwords.foreign(draft.passwordHash()) ? draft : new Draft(draft.user(), Passwords.NONE);
    }
}
