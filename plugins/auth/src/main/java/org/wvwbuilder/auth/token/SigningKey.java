package org.wvwbuilder.auth.token;

import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/**
 * A key of the installation's own set.
 *
 * @param privateKey missing when it was sealed with another master key than this node has
 * @param createdAt epoch milliseconds
 * @param retiredAt when it signs no more, and only verifies what it signed before; epoch milliseconds
 */
record SigningKey(
        String kid, ECPublicKey publicKey, Optional<PrivateKey> privateKey, long createdAt, Optional<Long> retiredAt) {

    boolean signs(long now) {
        return privateKey.isPresent() && retiredAt.map(at -> at > now).orElse(true);
    }

    @Override
    public String toString() {
        return "SigningKey " + kid;
    }
}
