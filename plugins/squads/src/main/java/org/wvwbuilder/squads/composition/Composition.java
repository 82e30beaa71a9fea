package org.wvwbuilder.squads.composition;

import java.time.Instant;
import java.util.Optional;

/**
 * A saved squad, at one of its versions.
 *
 * @param owner account id
 * @param code the secret part of its public address, if it has one
 * @param changedBy account id of whoever made this version
 * @param version 1 when created, one more with each change
 */
public record Composition(
        String id,
        String owner,
        Details details,
        Optional<String> code,
        String changedBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
