package org.wvwbuilder.auth.pat;

import org.wvwbuilder.plugin.Authenticator;
import org.wvwbuilder.plugin.Identity;

/**
 * Asks whoever issued a bearer token, as its beginning tells.
 *
 * @param sessions for the access tokens of people who signed in
 * @param scripts for personal access tokens
 */
public record Bearers(Authenticator sessions, PersonalTokens scripts) implements Authenticator {

    @Override
    public Identity authenticate(String bearer) throws InvalidCredentials {
        return PersonalTokens.looksLike(bearer) ? scripts.authenticate(bearer) : sessions.authenticate(bearer);
    }
}
