package org.wvwbuilder.auth.token;

import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/**
 * A key of the installation's own set.
 *
 * @param privateKey missing when it was sealed with another master key than this node has
 * @param active whether new tokens may be signed with it; otherwise it only verifies older ones
 */
record SigningKey(String kid, ECPublicKey publicKey, Optional<PrivateKey> privateKey, boolean active) {

    @Override
    public String toString() {
        return "SigningKey " + kid;
    }
}
