package org.wvwbuilder.logs.entry;

import java.util.Optional;

/** How one kind of file writes its entries. */
@FunctionalInterface
public interface LineFormat {

    /** Reads a line that starts an entry; empty for one that continues the entry above it. Never throws. */
    Optional<Entry> start(String line);
}
