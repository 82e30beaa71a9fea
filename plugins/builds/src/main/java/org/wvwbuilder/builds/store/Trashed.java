package org.wvwbuilder.builds.store;

import java.time.Instant;

/** A deleted build, as it was. */
public record Trashed(Build build, Instant deletedAt) {}
