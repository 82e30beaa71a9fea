package org.wvwbuilder.auth.invite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.auth.account.Email;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;

/** Writes invitations and takes them in. Of the code only its hash is kept; a used one is deleted. */
public final class Invites {
    static final int MOST = 1_000;
    private static final String COLUMNS = "id, role, email, note, created_by, created_at, expires_at";

    private final Database database;
    private final Audit audit;
    private final InstantSource clock;

    public Invites(Database database, Audit audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an invitation is to say. */
    public record Wish(String role, Optional<Email> email, String note, Duration lifetime) {}

    /** @param code to be handed over; it cannot be read again */
    public record Made(Invite invite, String code) {
        @Override
        public String toString() {
            return "Made " + invite.id();
        }
    }

    /** @throws Problem 409 when there are too many already */
    public Made make(Actor actor, Wish wish) {
        var code = Secret.next();
        var now = Instant.ofEpochMilli(clock.millis());
        var invite = new Invite(
                Uuid7.next(clock), wish.role(), wish.email(), wish.note(), actor.id(), now, now.plus(wish.lifetime()));
        database.write(connection -> {
            Rows.change(connection, "DELETE FROM auth_invites WHERE expires_at <= ?", clock.millis());
            if (Rows.count(connection, "SELECT count(*) FROM auth_invites") >= MOST) throw tooMany();
            insert(connection, invite, Secret.hash(code));
            audit.note(connection, actor, Action.INVITE_ADD, new Subject(invite.id(), ""), invite.role());
            return invite;
        });
        return new Made(invite, code);
    }

    /** The open invitations, the newest first; served by the primary key. */
    public Page<Invite> page(Cursor cursor, int limit) {
        // Greater than every id, which is hexadecimal, also where a language sorts signs before digits.
        var before = cursor.after().isEmpty() ? "g" : cursor.after();
        var found = database.read(connection -> Rows.all(
                connection,
                "SELECT " + COLUMNS + " FROM auth_invites WHERE id < ? AND expires_at > ? ORDER BY id DESC LIMIT ?",
                Invites::invite,
                before,
                clock.millis(),
                limit + 1));
        if (found.size() <= limit) return new Page<>(found);
        var page = found.subList(0, limit);
        return new Page<>(page, Optional.of(new Cursor(page.getLast().id()).text()));
    }

    /** @throws Problem 404 */
    public void withdraw(Actor actor, String id) {
        database.write(connection -> {
            if (Rows.change(connection, "DELETE FROM auth_invites WHERE id = ?", id) == 0) {
                throw Problem.notFound("The invitation");
            }
            audit.note(connection, actor, Action.INVITE_WITHDRAW, new Subject(id, ""), "");
            return id;
        });
    }

    /** The invitation with this code, if it is still good. A code cannot be guessed, so the index may look it up. */
    public Optional<Invite> find(String code) {
        return database.read(connection -> Rows.first(
                connection,
                "SELECT " + COLUMNS + " FROM auth_invites WHERE hash = ? AND expires_at > ?",
                Invites::invite,
                Secret.hash(code),
                clock.millis()));
    }

    /** Uses it up, within the transaction that makes the account: of two that come at once, one comes too late. */
    public void redeem(Connection connection, Invite invite) throws SQLException {
        if (Rows.change(connection, "DELETE FROM auth_invites WHERE id = ?", invite.id()) != 1) throw wrong();
    }

    public static Problem wrong() {
        return new Problem(
                403,
                "invite-wrong",
                "This invitation is not, or no longer, good: ask an administrator of your guild for another.");
    }

    private static Problem tooMany() {
        return new Problem(
                409, "too-many-invites", "There are " + MOST + " open invitations: withdraw some of them first.");
    }

    private static void insert(Connection connection, Invite invite, String hash) throws SQLException {
        Rows.change(
                connection,
                """
                INSERT INTO auth_invites (id, hash, role, email, note, created_by, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                invite.id(),
                hash,
                invite.role(),
                invite.email().map(Email::text).orElse(""),
                invite.note(),
                invite.createdBy(),
                invite.createdAt().toEpochMilli(),
                invite.expiresAt().toEpochMilli());
    }

    private static Invite invite(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new Invite(
                row.getString("id"),
                row.getString("role"),
                email.isEmpty() ? Optional.empty() : Optional.of(Email.of(email)),
                row.getString("note"),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
