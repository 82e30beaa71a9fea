package org.wvwbuilder.squads.composition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.judgement.Playable;
import org.wvwbuilder.squads.solve.SolveAnswer.Covered;
import org.wvwbuilder.squads.solve.SolveAnswer.Unmet;

/** What clients send about compositions, and what they get. */
public final class CompositionForm {

    private CompositionForm() {}

    private static <T> Optional<T> given(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    @Doc("A composition to save. PATCH keeps what is left out or null.")
    public record CompositionRequest(
            @Doc("1 to 100 characters.") Optional<String> name,
            @Doc("At most 10, of at most 5 slots.") Optional<List<Subgroup>> subgroups,

            @Doc("The id of a rule set; zerg where left out.")
            Optional<String> ruleSet,

            @Doc("At most 20.") Optional<List<String>> tags,
            @Doc("Markdown, at most 10,000 characters.") Optional<String> notes,
            @Doc("private where left out.") Optional<Visibility> visibility,

            @Doc("A team of yours; its editors change what is not private. Empty text for none.")
            Optional<String> teamId,

            @Doc("Whether it is meant to be started from.") Optional<Boolean> template,

            @Doc("For a new one: the composition or template whose parts count where they are left out.")
            Optional<String> from) {

        public CompositionRequest {
            name = given(name);
            subgroups = given(subgroups);
            ruleSet = given(ruleSet);
            tags = given(tags);
            notes = given(notes);
            visibility = given(visibility);
            teamId = given(teamId);
            template = given(template);
            from = given(from);
        }
    }

    @Doc("Up to five players.")
    public record Subgroup(List<Slot> slots) {

        public Subgroup {
            slots = slots == null ? List.of() : slots;
        }
    }

    @Doc("The account that made it.")
    public record Owner(String id, Optional<String> username) {}

    @Doc("A composition, whole.")
    public record CompositionAnswer(
            String id,
            String name,
            List<Subgroup> subgroups,
            String ruleSet,
            List<String> tags,
            @Doc("Markdown source.") String notes,
            Visibility visibility,
            Optional<String> teamId,
            boolean template,
            Owner owner,
            @Doc("How many players it has.") long players,

            @Doc("How the rules of the rule set stand, as the guild judges today.")
            List<Covered> coverage,

            List<Unmet> unmet,

            @Doc("Builds that nothing is known of any more: they count for nothing.")
            List<String> unknownBuilds,

            @Doc("What the builds of the slots are, each once.")
            List<Playable> builds,

            @Doc("Whether you may change it.") boolean editable,

            @Doc("The secret part of its public address, for those who may change it.")
            Optional<String> shareCode,

            @Doc("The account that made this version.") String changedBy,
            Instant createdAt,
            Instant updatedAt,
            long version) {}

    @Doc("A composition in a list.")
    public record CompositionOutline(
            String id,
            String name,
            String ruleSet,
            List<String> tags,
            Visibility visibility,
            Optional<String> teamId,
            boolean template,
            Owner owner,
            long players,
            Instant createdAt,
            Instant updatedAt,
            long version) {}

    @Doc("A version of a composition.")
    public record VersionOutline(
            long version,
            String name,
            Owner changedBy,
            Instant changedAt,

            @Doc("How many places differ from the version before; null where that is not kept.")
            Optional<Long> changes) {}

    @Doc("The version to go back to.")
    public record RestoreRequest(Optional<Long> version) {

        public RestoreRequest {
            version = given(version);
        }
    }

    @Doc("The public address of a composition.")
    public record LinkAnswer(
            @Doc("Whoever knows it may read the composition.")
            String code,

            String url) {}
}
