package org.wvwbuilder.squads.export;

import java.util.List;
import java.util.stream.Collectors;

/** A squad for a spreadsheet, by RFC 4180. No cell starts a formula: what looks like one gets an apostrophe in front. */
final class Csv {
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Csv() {}

    static String write(Sheet sheet) {
        var text = new StringBuilder(line(List.of("subgroup", "player", "build", "profession", "role")));
        for (var group : sheet.groups()) {
            for (var row : group.rows()) {
                text.append(
                        line(List.of("" + group.number(), row.player(), row.build(), row.profession(), row.role())));
            }
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
