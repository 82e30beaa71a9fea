package org.wvwbuilder.builds.store;

import java.time.Instant;

/**
 * A saved build.
 *
 * @param owner account id
 * @param editor the account that changed it last
 * @param needsReview true when the catalogue does not know all of its ids
 * @param version 1 when created, one more with each change
 */
public record Build(
        String id,
        String owner,
        String editor,
        Details details,
        boolean needsReview,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Last changed by its owner. */
    public Build(
            String id,
            String owner,
            Details details,
            boolean needsReview,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        this(id, owner, owner, details, needsReview, createdAt, updatedAt, version);
    }

    /** Whether an account, or nobody in particular, may see it; for teams see {@link Viewer}. */
    public boolean visibleTo(String account) {
        return owner.equals(account) || details.visibility() == Visibility.PUBLIC;
    }
}
