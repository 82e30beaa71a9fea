package org.wvwbuilder.builds.gamekey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be told of a player's key.
 *
 * @param gameAccount the name of the account in the game
 * @param refusedAt since when the game does not accept it any more
 */
public record GameKey(
        String gameAccount,
        List<String> permissions,
        Instant givenAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> refusedAt) {

    public GameKey {
        permissions = List.copyOf(permissions);
    }
}
