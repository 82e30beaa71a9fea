package org.wvwbuilder.auth.invite;

import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.auth.account.Email;

/**
 * An invitation that nobody used yet.
 *
 * @param email the only address that may use it, if there is one
 * @param createdBy the account of the administrator
 */
public record Invite(
        String id,
        String role,
        Optional<Email> email,
        String note,
        String createdBy,
        Instant createdAt,
        Instant expiresAt) {}
