package ${package};

import java.time.Instant;

/** One note. */
public record Note(String id, Instant at, String text) {}
