package org.wvwbuilder.builds.edition;

import java.util.Optional;

/** Which changes of a report are wanted: all of them where nothing is said. */
public record ChangeFilter(Optional<String> kind, Optional<Change.What> what) {
    public static final ChangeFilter ALL = new ChangeFilter(Optional.empty(), Optional.empty());
}
