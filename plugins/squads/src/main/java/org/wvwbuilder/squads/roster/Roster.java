package org.wvwbuilder.squads.roster;

import java.time.Instant;
import java.util.Optional;

/**
 * A list of players.
 *
 * @param owner account id of whoever made it
 * @param team whose editors change it too; empty for a roster of one's own
 * @param version 1 when created, one more with each change of it or of its entries
 */
public record Roster(
        String id,
        String owner,
        Optional<String> team,
        String name,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
