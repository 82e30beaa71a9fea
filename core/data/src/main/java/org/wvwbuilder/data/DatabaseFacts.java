package org.wvwbuilder.data;

import java.util.SortedMap;

/**
 * What an operator is told about the database.
 *
 * @param engine {@code SQLite} or {@code PostgreSQL}
 * @param bytes all that it keeps, SQLite's log included
 * @param schema the version of the tables of each owner
 */
public record DatabaseFacts(String engine, String version, long bytes, SortedMap<String, Integer> schema) {}
