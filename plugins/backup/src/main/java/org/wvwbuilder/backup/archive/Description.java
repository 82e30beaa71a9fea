package org.wvwbuilder.backup.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of its content, apart from the files.
 *
 * @param product the version of the product that made it
 * @param engine of the database: {@code sqlite} or {@code postgresql}
 * @param created when the state was taken that it holds; whole milliseconds
 * @param schemas the schema's version of each owner, by the owner's id
 * @param rows how many rows each table has, by its name
 * @param facts what else the maker wants to find again, such as the sentinel row of the drill; no secrets
 */
public record Description(
        String product,
        String engine,
        Instant created,
        Map<String, String> schemas,
        Map<String, Long> rows,
        Map<String, String> facts) {

    public Description {
        if (product.isBlank() || engine.isBlank()) {
            throw new ArchiveFault("a backup must tell the product's version and the engine: give both");
        }
        created = created.truncatedTo(ChronoUnit.MILLIS);
        if (created.isBefore(Instant.EPOCH)) {
            throw new ArchiveFault("a backup cannot be made before 1970: set the clock of this machine");
        }
        schemas = Collections.unmodifiableMap(new TreeMap<>(schemas));
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
