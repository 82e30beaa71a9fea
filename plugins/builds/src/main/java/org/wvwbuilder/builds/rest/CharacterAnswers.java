package org.wvwbuilder.builds.rest;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.character.LeftOut;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Doc;

/** The characters of a player, and what came of taking them over, as JSON. */
public final class CharacterAnswers {

    private CharacterAnswers() {}

    @Doc("A character of yours.")
    public record CharacterSummary(
            String name,

            @Doc("Null for one that this version does not know.")
            Optional<String> profession,

            int level,
            @Doc("Build tabs that are not empty.") int buildTabs,
            int gearTabs,
            @Doc("Tabs of it that you took over before.") int imported) {}

    @Doc("A character of yours with what stands in its tabs.")
    public record CharacterTabs(
            String name, Optional<String> profession, int level, List<BuildTab> buildTabs, List<GearTab> gearTabs) {}

    @Doc("A build tab; empty ones are not shown.")
    public record BuildTab(
            int tab,

            @Doc("As the player named it; null without a name.")
            Optional<String> name,

            boolean active,
            String chatLink,
            Template template,
            @Doc("The gear tab that seems to go with it.") Optional<Integer> gearTab,
            List<LeftOut> leftOut,

            @Doc("The build that it became when you took it over, if that is still there.")
            Optional<String> buildId) {}

    @Doc("A gear tab.")
    public record GearTab(int tab, Optional<String> name, boolean active, int pieces) {}

    @Doc("Which tabs of a character to take over as builds of yours.")
    @Nullable
    public record ImportRequest(
            @Doc("Where left out, all that are not empty.") Optional<List<ChosenTab>> tabs,

            @Doc("Whether to replace template and gear of builds that you changed since; false where left out.")
            Optional<Boolean> overwrite,

            @Doc("Of new builds; where left out, imported and the character's name.")
            Optional<List<String>> tags) {

        public ImportRequest {
            tabs = tabs == null ? Optional.empty() : tabs;
            overwrite = overwrite == null ? Optional.empty() : overwrite;
            tags = tags == null ? Optional.empty() : tags;
        }
    }

    public record ChosenTab(
            int tab,

            @Doc("The gear that goes with it, 0 for none; where left out, the one that seems to.")
            Optional<Integer> gearTab) {

        public ChosenTab {
            gearTab = gearTab == null ? Optional.empty() : gearTab;
        }
    }

    @Doc("What became of each tab.")
    public record ImportedTabs(List<TabOutcome> items) {}

    public record TabOutcome(
            int tab,
            String name,

            @Doc("created, updated, unchanged, or kept: you changed the build since, and overwrite was not asked for")
            String outcome,

            String buildId,
            Optional<Integer> gearTab,

            @Doc("What is not in the build; when it was kept, what would not be.")
            List<LeftOut> leftOut) {}
}
