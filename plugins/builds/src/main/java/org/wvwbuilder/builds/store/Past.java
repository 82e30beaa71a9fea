package org.wvwbuilder.builds.store;

import java.time.Instant;

/**
 * A state of a build.
 *
 * @param editor the account that made it so
 * @param at when
 */
public record Past(long version, String editor, Instant at, Details details) {}
