package org.wvwbuilder.auth.openid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.secret.SecretBox;

/**
 * A sign-in that is under way at a provider. It lies sealed in a cookie of the browser that began it.
 *
 * @param state what the provider sends back, so that nobody is led into a sign-in that another one began
 * @param nonce what the ID token must carry, so that no other token passes for it
 * @param verifier what the code is worth nothing without (PKCE)
 * @param redirect where the provider sends the browser back to
 * @param link the session whose account is to be linked, if it is not a sign-in
 */
record Flow(
        String provider,
        String state,
        String nonce,
        String verifier,
        String redirect,
        Optional<String> link,
        Instant expires) {
    private static final String NAME = "openid flow";
    private static final int FIELDS = 7;

    static Flow begin(String provider, String redirect, Optional<String> link, Instant expires) {
        return new Flow(provider, Secret.next(), Secret.next(), Secret.next(), redirect, link, expires);
    }

    /** The code challenge of PKCE, method S256. */
    String challenge() {
        return Secret.hash(verifier);
    }

    String sealed(SecretBox box) {
        var text = String.join(
                "\n",
                provider,
                state,
                nonce,
                verifier,
                redirect,
                link.orElse(""),
                Long.toString(expires.toEpochMilli()));
        return box.seal(text.getBytes(StandardCharsets.UTF_8), NAME);
    }

    /** Nothing when it was not sealed here. */
    static Optional<Flow> open(SecretBox box, String sealed) {
        try {
            var fields = new String(box.open(sealed, NAME), StandardCharsets.UTF_8).split("\n", -1);
            if (fields.length != FIELDS) return Optional.empty();
            var link = Optional.of(fields[5]).filter(text -> !text.isEmpty());
            var expires = Instant.ofEpochMilli(Long.parseLong(fields[6]));
            return Optional.of(new Flow(fields[0], fields[1], fields[2], fields[3], fields[4], link, expires));
        } catch (GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Flow with " + provider;
    }
}
