package org.wvwbuilder.builds.rest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** Builds to take along, and to bring. What export gives, import takes. */
@Doc("Builds as a file.")
public record Bundle(
        @Doc("wvw-builds-1") String format,
        @Doc("200 at most.") List<BuildRequest> builds,

        @Doc("Where export goes on; null at the end. Not read.")
        Optional<String> nextCursor) {
    static final String FORMAT = "wvw-builds-1";
    static final int MOST = 200;

    public Bundle {
        nextCursor = nextCursor == null ? Optional.empty() : nextCursor;
        builds = builds == null || builds.stream().anyMatch(Objects::isNull) ? List.of() : List.copyOf(builds);
    }
}
