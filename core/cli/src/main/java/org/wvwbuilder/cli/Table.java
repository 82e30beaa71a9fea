package org.wvwbuilder.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wvwbuilder.cli.Terminal.Colour;

/** Lines up cells for a reader. */
final class Table {
    private final Terminal terminal;
    private final List<String> titles;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(Terminal terminal, String... titles) {
        this.terminal = terminal;
        this.titles = List.of(titles);
    }

    /** A text, and a colour for it or null. */
    private record Cell(String text, Colour colour) {}

    /** Adds a row whose first cell may be coloured. */
    void row(Colour first, String... cells) {
        var row = new ArrayList<Cell>();
        for (var cell : cells) {
            row.add(new Cell(Terminal.visible(cell).replace('\n', ' '), row.isEmpty() ? first : null));
        }
        rows.add(row);
    }

    @Override
    public String toString() {
        var all = new ArrayList<List<Cell>>();
        all.add(titles.stream().map(title -> new Cell(title, Colour.DIM)).toList());
        all.addAll(rows);
        return all.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<Cell> row) {
        var line = new StringBuilder();
        for (var column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            var last = column == row.size() - 1;
            var text = cell.colour() == null ? cell.text() : terminal.paint(cell.colour(), cell.text());
            line.append(text);
            if (!last) line.append(" ".repeat(width(column) - length(cell.text()) + 2));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        var widest =
                rows.stream().mapToInt(row -> length(row.get(column).text())).max();
        return Math.max(length(titles.get(column)), widest.orElse(0));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
