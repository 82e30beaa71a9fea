package org.wvwbuilder.auth.pat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token as its owner sees it afterwards: everything but the token.
 *
 * @param scopes as in {@link org.wvwbuilder.plugin.Scopes}; never empty, never {@code person}
 * @param usedAt correct to the hour
 */
record PersonalToken(
        String id,
        String userId,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> usedAt) {

    PersonalToken {
        scopes = Set.copyOf(scopes);
    }
}
