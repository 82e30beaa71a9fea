package org.wvwbuilder.squads.composition;

import java.util.List;
import java.util.Optional;

/**
 * What a person says about a composition. Whoever makes one has checked it.
 *
 * @param subgroups at most ten, of at most five slots
 * @param tags lower case, each once
 * @param notes Markdown
 * @param team whose members see it when the visibility says so, and whose editors change it
 * @param template whether it is meant to be started from
 */
public record Details(
        String name,
        List<List<Slot>> subgroups,
        String ruleSet,
        List<String> tags,
        String notes,
        Visibility visibility,
        Optional<String> team,
        boolean template) {

    public Details {
        subgroups = subgroups.stream().map(List::copyOf).toList();
        tags = List.copyOf(tags);
    }

    List<String> builds() {
        return subgroups.stream()
                .flatMap(List::stream)
                .map(Slot::build)
                .filter(build -> !build.isEmpty())
                .distinct()
                .toList();
    }

    public long players() {
        return subgroups.stream()
                .flatMap(List::stream)
                .filter(slot -> !slot.player().isEmpty())
                .count();
    }
}
