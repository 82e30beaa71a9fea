package org.wvwbuilder.auth.audit;

import java.time.Instant;
import java.util.Optional;

/** Which lines to show; what is empty does not matter. */
public record Filter(
        Optional<String> action,
        Optional<String> actor,
        Optional<String> subject,
        Optional<Instant> since,
        Optional<Instant> until) {
    public static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
