package org.wvwbuilder.auth.session;

import java.time.Instant;
import org.wvwbuilder.auth.account.User;

/**
 * What a sign-in or a refresh gives.
 *
 * @param refreshToken good once, until {@code expires}
 */
public record Grant(String sessionId, User user, String refreshToken, Instant expires) {

    @Override
    public String toString() {
        return "Grant of session " + sessionId;
    }
}
