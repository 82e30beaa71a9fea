package org.wvwbuilder.squads.export;

import java.util.stream.Collectors;
import org.wvwbuilder.squads.export.Sheet.Measure;
import org.wvwbuilder.squads.export.Sheet.Row;

/** A squad for a Discord channel. What people typed stays what they typed: no markup, no mention of everyone. */
final class Discord {
    private static final String MARKUP = "\\*_~`|>#-[]()<:";
    /** Between an at sign and a name, it keeps Discord from calling anybody. */
    private static final char NOTHING = '\u200b';

    private Discord() {}

    static String write(Sheet sheet) {
        var text = new StringBuilder("**")
                .append(plain(sheet.title()))
                .append("**\n")
                .append(plain(sheet.subtitle()))
                .append('\n');
        for (var group : sheet.groups()) {
            text.append("**Subgroup ").append(group.number()).append("**");
            if (!group.missing().isEmpty()) text.append(" ⚠ ").append(plain(PlainText.missing(group)));
            text.append('\n');
            for (var row : group.rows()) text.append("- ").append(line(row)).append('\n');
        }
        if (!sheet.squad().isEmpty()) {
            var squad = sheet.squad().stream().map(Measure::toString).collect(Collectors.joining(", "));
            text.append("**Squad** ").append(plain(squad)).append('\n');
        }
        return text.toString();
    }

    private static String line(Row row) {
        if (row.player().isEmpty()) return "*open* " + plain(row.build());
        return row.build().isEmpty() ? plain(row.player()) : plain(row.player()) + " – " + plain(row.build());
    }

    static String plain(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKUP.indexOf(c) >= 0) plain.append('\\');
            plain.append(c);
            if (c == '@') plain.append(NOTHING);
        }
        return plain.toString();
    }
}
