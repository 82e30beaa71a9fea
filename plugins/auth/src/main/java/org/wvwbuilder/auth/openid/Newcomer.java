package org.wvwbuilder.auth.openid;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.auth.account.Email;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.account.Username;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Uuid7;

/** Makes an account of what a provider tells: a free name near the person's own, and an address only if it is verified. */
record Newcomer(UserTable users, InstantSource clock) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 24;
    private static final int TRIES = 20;

    /** Nothing when the person's address is another account's: only that account's owner may link the two. */
    Optional<User> user(Connection connection, Person person) throws SQLException {
        var id = Uuid7.next(clock);
        var email = email(person, id);
        if (users.emailTaken(connection, email, id)) return Optional.empty();
        var name = username(connection, person, id);
        var now = Instant.ofEpochMilli(clock.millis());
        return Optional.of(
                new User(id, email.text(), name, Roles.MEMBER, Optional.empty(), false, 1, now, Optional.empty()));
    }

    private static Email email(Person person, String id) {
        try {
            if (person.email().isPresent()) return Email.of(person.email().get());
        } catch (IllegalArgumentException unusable) {
            return none(id);
        }
        return none(id);
    }

    /** An address that can never be anybody's (RFC 2606), until its owner sets one. */
    private static Email none(String id) {
        return Email.of(id + "@no-email.invalid");
    }

    private String username(Connection connection, Person person, String id) throws SQLException {
        var kept = person.name().orElse("").replaceAll("[^\\p{IsLatin}0-9_.-]", "");
        var base = kept.length() < 3 ? "member" : kept.substring(0, Math.min(kept.length(), LONGEST));
        var name = base;
        for (int i = 0; i < TRIES; i++) {
            if (!users.usernameTaken(connection, Username.of(name), id)) return name;
            name = base + "-" + RANDOM.nextInt(1000, 1_000_000);
        }
        throw new IllegalStateException("no free username near " + base);
    }
}
