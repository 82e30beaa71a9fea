package org.wvwbuilder.squads.composition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subgroups as one text of the database. The separators are control characters, which no name may hold. */
final class BodyText {
    private static final String GROUP = "\u001d";
    private static final String SLOT = "\u001e";
    private static final String PART = "\u001f";

    private BodyText() {}

    static String write(List<List<Slot>> subgroups) {
        return subgroups.stream()
                .map(slots -> slots.stream()
                        .map(slot -> slot.player() + PART + slot.build())
                        .collect(Collectors.joining(SLOT)))
                .collect(Collectors.joining(GROUP, "", GROUP));
    }

    static List<List<Slot>> read(String text) {
        if (text.equals(GROUP)) return List.of();
        return Stream.of(text.substring(0, text.length() - 1).split(GROUP, -1))
                .map(group -> group.isEmpty()
                        ? List.<Slot>of()
                        : Stream.of(group.split(SLOT, -1)).map(BodyText::slot).toList())
                .toList();
    }

    private static Slot slot(String text) {
        int end = text.indexOf(PART);
        return new Slot(text.substring(0, end), text.substring(end + 1));
    }
}
