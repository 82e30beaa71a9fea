package org.wvwbuilder.auth.throttle;

/**
 * What somebody may still try; see {@link Throttle#budget}.
 *
 * @param bucket the row that counts
 */
public record Budget(Limit limit, String bucket) {}
