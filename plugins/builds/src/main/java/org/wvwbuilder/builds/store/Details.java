package org.wvwbuilder.builds.store;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.chatlink.Profession;

/**
 * What a person says about a build. Whoever makes one has checked it.
 *
 * @param chatLink in its normal form; profession and specializations are those that it names
 * @param specializations three ids, 0 for none
 * @param equipment in the share format of {@link Equipment}
 * @param tags lower case, without blanks around them, each once
 * @param notes Markdown
 * @param team the team that a build of visibility team is shared with
 */
public record Details(
        String name,
        String chatLink,
        Profession profession,
        List<Integer> specializations,
        Equipment equipment,
        String gameMode,
        String role,
        List<String> tags,
        String notes,
        Visibility visibility,
        Optional<String> team) {

    public Details {
        specializations = List.copyOf(specializations);
        tags = List.copyOf(tags);
    }

    /** The same, seen by others. */
    public Details sharedAs(Visibility seen, Optional<String> by) {
        return new Details(
                name, chatLink, profession, specializations, equipment, gameMode, role, tags, notes, seen, by);
    }

    /** Shared with no team. */
    public Details(
            String name,
            String chatLink,
            Profession profession,
            List<Integer> specializations,
            Equipment equipment,
            String gameMode,
            String role,
            List<String> tags,
            String notes,
            Visibility visibility) {
        this(
                name,
                chatLink,
                profession,
                specializations,
                equipment,
                gameMode,
                role,
                tags,
                notes,
                visibility,
                Optional.empty());
    }
}
