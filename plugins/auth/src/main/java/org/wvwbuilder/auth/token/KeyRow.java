package org.wvwbuilder.auth.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A signing key as an operator sees it.
 *
 * @param state signing, new (signs in a moment), retired (verifies what it signed) or revoked (good for nothing)
 */
public record KeyRow(
        String kid, String state, Instant createdAt, Optional<Instant> retiredAt, Optional<Instant> revokedAt) {}
