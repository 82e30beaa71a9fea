package org.wvwbuilder.auth.factor;

import java.time.Instant;

/**
 * The authenticator app of an account.
 *
 * @param sealed its secret, which only the master key opens
 * @param confirmed whether its owner has shown a code of it: until then it protects nothing
 * @param failures wrong codes since the last right one
 * @param blockedUntil when the next code is looked at
 */
record Factor(String userId, String sealed, boolean confirmed, int failures, Instant blockedUntil) {

    @Override
    public String toString() {
        return "Factor of " + userId;
    }
}
