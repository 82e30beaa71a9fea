package org.wvwbuilder.auth.session;

import java.time.Instant;

/** A sign-in that is still good. */
public record Session(String id, String userId, Client client, Instant createdAt, Instant usedAt, Instant expiresAt) {}
