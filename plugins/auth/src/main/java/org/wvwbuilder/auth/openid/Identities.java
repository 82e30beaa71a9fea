package org.wvwbuilder.auth.openid;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.wvwbuilder.auth.account.Draft;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.auth.session.LiveSession;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;

/** Which account belongs to whom at a provider. An email address links nothing: only its owner's session does. */
public final class Identities {
    private final Database database;
    private final UserTable users;
    private final Registrar registrar;
    private final Sessions sessions;
    private final SecondFactor factor;
    private final Changes changes;
    private final Audit audit;
    private final BooleanSupplier registering;
    private final InstantSource clock;
    private final IdentityTable table = new IdentityTable();

    /** @param registering whether somebody unknown gets an account */
    public Identities(
            Database database,
            UserTable users,
            Registrar registrar,
            Sessions sessions,
            SecondFactor factor,
            Changes changes,
            Audit audit,
            BooleanSupplier registering,
            InstantSource clock) {
        this.database = database;
        this.users = users;
        this.registrar = registrar;
        this.sessions = sessions;
        this.factor = factor;
        this.changes = changes;
        this.audit = audit;
        this.registering = registering;
        this.clock = clock;
    }

    Arrival arrive(Flow flow, Person person, Client client) throws OpenIdFailure {
        var owner = flow.link().isEmpty()
                ? Optional.<LiveSession>empty()
                : Optional.of(owner(flow.link().get()));
        boolean open = registering.getAsBoolean();
        var created = new String[1];
        var arrival = registrar.write(connection -> {
            created[0] = null;
            if (!table.comeBack(connection, Secret.hash(flow.state()), flow.expires())) {
                return failed(Code.STATE, "this sign-in came back before");
            }
            var known = table.find(connection, person);
            if (owner.isPresent()) return link(connection, flow, person, known, owner.get(), client);
            if (known.isPresent()) return enter(connection, known.get(), client);
            if (!open) return failed(Code.UNKNOWN, "nobody here is linked to this person");
            var user = new Newcomer(users, clock).user(connection, person);
            if (user.isEmpty()) return failed(Code.TAKEN, "another account has the person's email");
            created[0] = register(connection, flow, person, user.get(), client);
            return new Arrival.Entered(factor.enter(connection, user.get(), client, Optional.empty()));
        });
        if (created[0] != null) changes.created(created[0]);
        return arrival;
    }

    /** The ways in of an account beside its password, the oldest first. */
    public List<Way> of(String userId) {
        return database.read(connection -> table.ofUser(connection, userId)).stream()
                .map(linked ->
                        new Way(linked.id(), linked.provider(), linked.label(), linked.createdAt(), linked.usedAt()))
                .toList();
    }

    /** @param label the person's name there, as it was when it was linked */
    public record Way(String id, String provider, String label, Instant createdAt, Instant usedAt) {}

    /** @throws Problem 404, or 409 when the account could not be signed in to any more */
    public void unlink(Actor owner, String id) {
        var userId = owner.id();
        database.write(connection -> {
            long all = table.countAndLock(connection, userId);
            if (!table.delete(connection, userId, id)) throw Problem.notFound("The identity");
            if (all == 1 && users.passwordHash(connection, userId).equals(Passwords.NONE)) {
                throw new Problem(
                        409, "last-way-in", "This is the last way to sign in to your account: link another one first.");
            }
            audit.note(connection, owner, Action.IDENTITY_UNLINK, Subject.of(owner), "");
            return id;
        });
    }

    /** Forgets sign-ins that are too old to come back. @return how many */
    public int purge() {
        return database.write(connection -> table.purge(connection, now()));
    }

    private LiveSession owner(String session) throws OpenIdFailure {
        return sessions.live()
                .find(session)
                .orElseThrow(() -> new OpenIdFailure(Code.SESSION, "the session that wanted the link has ended"));
    }

    private Arrival link(
            Connection connection,
            Flow flow,
            Person person,
            Optional<IdentityTable.Linked> known,
            LiveSession owner,
            Client client)
            throws SQLException {
        if (known.isPresent() && !known.get().userId().equals(owner.user().id())) {
            return failed(Code.TAKEN, "another account is linked to this person");
        }
        if (known.isPresent()) return new Arrival.Linked();
        insert(connection, flow, person, owner.user().id());
        var me = Actor.of(owner.user(), client);
        audit.note(connection, me, Action.IDENTITY_LINK, Subject.of(me), flow.provider());
        return new Arrival.Linked();
    }

    private Arrival enter(Connection connection, IdentityTable.Linked known, Client client) throws SQLException {
        var user = users.byId(connection, known.userId()).filter(found -> !found.disabled());
        if (user.isEmpty()) return failed(Code.DISABLED, "the account is disabled");
        table.used(connection, known.id(), now());
        return new Arrival.Entered(factor.enter(connection, user.get(), client, Optional.empty()));
    }

    private String register(Connection connection, Flow flow, Person person, User user, Client client)
            throws SQLException {
        registrar.insert(connection, new Draft(user, Passwords.NONE));
        insert(connection, flow, person, user.id());
        audit.note(connection, Actor.of(user, client), Action.REGISTER, Subject.of(user), flow.provider());
        return user.id();
    }

    private void insert(Connection connection, Flow flow, Person person, String userId) throws SQLException {
        var label = person.name().orElse(person.subject());
        var linked = new IdentityTable.Linked(Uuid7.next(clock), userId, flow.provider(), label, now(), now());
        table.insert(connection, linked, person);
    }

    private static Arrival failed(Code code, String why) {
        return new Arrival.Failed(new OpenIdFailure(code, why));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
