package org.wvwbuilder.auth.account;

import java.time.Instant;
import java.util.Optional;

/**
 * An account, without its password.
 *
 * @param language en, fr, or nothing: as the browser says
 * @param version grows with each change; the account's ETag
 */
public record User(
        String id,
        String email,
        String username,
        String role,
        Optional<String> language,
        boolean disabled,
        long version,
        Instant createdAt,
        Optional<Instant> signedInAt) {}
