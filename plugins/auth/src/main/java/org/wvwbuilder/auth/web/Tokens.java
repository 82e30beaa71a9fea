package org.wvwbuilder.auth.web;

import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** What a sign-in gives. */
@Doc("An access token for the Authorization header, and what prolongs it.")
public record Tokens(
        @Doc("To be sent as Authorization: Bearer …; keep it in memory only.")
        String accessToken,

        @Doc("Always bearer.") String tokenType,
        @Doc("Seconds until the access token ends.") long expiresIn,

        @Doc("Good once, for POST /auth/refresh; null when it was set as a cookie.")
        Optional<String> refreshToken,

        UserView user) {

    @Override
    public String toString() {
        return "Tokens of " + user.id();
    }
}
