package org.wvwbuilder.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wvwbuilder.cli.ImportReport.Group;
import org.wvwbuilder.cli.ImportReport.Outcome;

/** The report of an import for a reader. */
record ImportText(Terminal terminal, ImportReport report) {
    /** Names of one group: the rest stands in the answer as JSON. */
    private static final int MOST = 10;

    private static final int LONGEST = 40;

    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append(report.dryRun() ? "Would take over from " : "Took over from ")
                .append(report.file());
        text.append("\n\n").append(counts());
        report.tables().forEach(table -> groups(text, table.table() + " left out", table.leftOutWhy()));
        report.tables().forEach(table -> groups(text, table.table() + " to know about", table.remarks()));
        if (!report.ignored().isEmpty()) {
            text.append("\n\nThere is no place here for: ");
            text.append(report.ignored().entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + number(entry.getValue()) + ")")
                    .collect(Collectors.joining(", ")));
        }
        if (report.dryRun()) text.append("\n\nNothing was written. Without --dry-run it is taken over.");
        return Terminal.visible(text.toString());
    }

    /** Without colours, as the whole text is spelled out for the terminal. */
    private String counts() {
        var table = new Table(
                new Terminal(terminal.in(), terminal.out(), terminal.err(), false),
                "",
                "rows",
                "new",
                "here",
                "left out");
        for (var one : report.tables()) table.row(null, cells(one));
        return table.toString();
    }

    private static String[] cells(Outcome one) {
        return new String[] {
            one.table(), number(one.rows()), number(one.added()), number(one.present()), number(one.leftOut())
        };
    }

    private static void groups(StringBuilder text, String heading, List<Group> groups) {
        if (groups.isEmpty()) return;
        text.append("\n\n").append(heading).append(':');
        for (var group : groups) {
            text.append("\n  ").append(number(group.rows().size())).append(": ").append(group.what());
            text.append("\n     ");
            text.append(group.rows().stream()
                    .limit(MOST)
                    .map(item -> shortened(item.toString()))
                    .collect(Collectors.joining(", ")));
            var more = group.rows().size() - MOST;
            if (more > 0) text.append(" and ").append(number(more)).append(" more (--json names all)");
        }
    }

    private static String shortened(String name) {
        var line = name.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
