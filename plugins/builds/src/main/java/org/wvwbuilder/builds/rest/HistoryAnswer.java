package org.wvwbuilder.builds.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** What became of a build. */
public final class HistoryAnswer {

    private HistoryAnswer() {}

    @Doc("A state of a build, and what made it different from the one before.")
    public record State(
            long version,
            @Doc("Who made it so.") BuildAnswer.Owner editor,
            Instant at,
            String name,

            @Doc("Empty for the first state, and for the oldest that is kept.")
            List<Change> changes) {}

    @Doc("A field with its values before and after; null where there was none.")
    public record Change(
            @Doc("As in the build: name, chat_link, specializations, terrestrial, equipment.helm.")
            String field,

            Optional<String> before,
            Optional<String> after) {}

    @Doc("A deleted build, which may be put back until it is gone.")
    public record Deleted(BuildAnswer.Summary build, Instant deletedAt, Instant goneAt) {}

    @Doc("Which state to go back to.")
    public record Restore(@Doc("A version of the history.") Long version) {}
}
