package org.wvwbuilder.builds.store;

import java.util.List;
import org.wvwbuilder.builds.chatlink.Profession;

/**
 * What a person says about a build. Whoever makes one has checked it.
 *
 * @param chatLink in its normal form; profession and specializations are those that it names
 * @param specializations three ids, 0 for none
 * @param equipment in the share format of {@link Equipment}
 * @param tags lower case, without blanks around them, each once
 * @param notes Markdown
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
        Visibility visibility) {

    public Details {
        specializations = List.copyOf(specializations);
        tags = List.copyOf(tags);
    }
}
