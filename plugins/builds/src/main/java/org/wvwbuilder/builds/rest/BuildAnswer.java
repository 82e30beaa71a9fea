package org.wvwbuilder.builds.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.gear.Attributes;
import org.wvwbuilder.builds.gear.Source;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.builds.template.Ref;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Doc;

@Doc("A saved build, whole.")
public record BuildAnswer(
        String id,
        String name,
        String profession,
        @Doc("Those chosen, the elite one last.") List<Ref> specializations,
        @Doc("As the game understands it, byte for byte.") String chatLink,
        @Doc("The build with its gear as one text.") String shareCode,
        @Doc("What the link says.") Template template,
        Equipment equipment,
        @Doc("With each set of weapons.") List<Attributes> attributes,
        List<Source> boonSources,
        String gameMode,
        String role,
        List<String> tags,
        @Doc("Markdown source.") String notes,
        @Doc("The notes as HTML, safe to show.") String notesHtml,
        Visibility visibility,
        Optional<String> teamId,
        Owner owner,

        @Doc("True when the catalogue does not know every id of the link.")
        boolean needsReview,

        Instant createdAt,
        Instant updatedAt,
        long version) {

    @Doc("The account that a build belongs to.")
    public record Owner(String id, Optional<String> username) {}

    @Doc("A saved build in a list.")
    public record Summary(
            String id,
            String name,
            String profession,
            List<Ref> specializations,
            String chatLink,
            String gameMode,
            String role,
            List<String> tags,
            Visibility visibility,
            Owner owner,
            boolean needsReview,
            Instant createdAt,
            Instant updatedAt,
            long version) {}
}
