package org.wvwbuilder.builds.store;

/** How many of the builds that somebody may see carry a tag. */
public record TagCount(String tag, long count) {}
