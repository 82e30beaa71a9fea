package org.wvwbuilder.squads.team;

import java.time.Instant;

/**
 * People who share rosters, builds and compositions.
 *
 * @param members how many
 * @param version 1 when created, one more with each change of it or of its members
 */
public record Team(
        String id, String name, String description, long members, Instant createdAt, Instant updatedAt, long version) {}
