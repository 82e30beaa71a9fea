package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/**
 * Turns the bearer token of a request into an {@link Identity}. Called on every request that carries one, by many threads
 * at once.
 *
 * {@snippet lang=java :
 * record KnownTokens(Map<String, Identity> people) implements Authenticator {
 *     public Identity authenticate(String token) throws InvalidCredentials {
 *         var known = people.get(token);
 *         if (known == null) throw new InvalidCredentials("nobody has this token");
 *         return known;
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface Authenticator {

    /**
     * Who holds the token.
     *
     * @param token what follows {@code Bearer} in the Authorization header, at most 8 KiB
     * @throws InvalidCredentials when the token is not, or no longer, good: the caller gets 401
     */
    Identity authenticate(String token) throws InvalidCredentials;

    /** Why a token is refused. The message is logged at debug level and never sent. */
    final class InvalidCredentials extends Exception {
        private static final long serialVersionUID = 1;

        /** @param why for whoever reads the log; never the token itself */
        public InvalidCredentials(String why) {
            super(why, null, false, false);
        }
    }
}
