package org.wvwbuilder.squads.export;

import java.util.stream.Collectors;
import org.wvwbuilder.squads.export.Sheet.Group;
import org.wvwbuilder.squads.export.Sheet.Measure;
import org.wvwbuilder.squads.export.Sheet.Row;

/** A squad for a chat window. */
final class PlainText {

    private PlainText() {}

    static String write(Sheet sheet) {
        var text = new StringBuilder(sheet.title())
                .append('\n')
                .append(sheet.subtitle())
                .append('\n');
        for (var group : sheet.groups()) {
            text.append("\nSubgroup ").append(group.number()).append('\n');
            for (var row : group.rows()) text.append("  ").append(line(row)).append('\n');
            if (!group.missing().isEmpty())
                text.append("  missing: ").append(missing(group)).append('\n');
        }
        if (!sheet.squad().isEmpty()) {
            var squad = sheet.squad().stream().map(Measure::toString).collect(Collectors.joining(", "));
            text.append("\nSquad: ").append(squad).append('\n');
        }
        return text.toString();
    }

    static String line(Row row) {
        if (row.player().isEmpty()) return "(open) " + row.build();
        return row.build().isEmpty() ? row.player() : row.player() + " - " + row.build();
    }

    static String missing(Group group) {
        return group.missing().stream().map(Measure::toString).collect(Collectors.joining(", "));
    }
}
