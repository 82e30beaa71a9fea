package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/** Turns the bearer token of a request into an {@link Identity}. Called on every request that carries one. */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface Authenticator {

    /**
     * @param token what follows {@code Bearer} in the Authorization header, at most 8 KiB
     * @throws InvalidCredentials when the token is not, or no longer, good: the caller gets 401
     */
    Identity authenticate(String token) throws InvalidCredentials;

    /** The message is logged at debug level and never sent. */
    final class InvalidCredentials extends Exception {
        private static final long serialVersionUID = 1;

        public InvalidCredentials(String why) {
            super(why, null, false, false);
        }
    }
}
