package org.wvwbuilder.squads.archetype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a shipped table: a row a line, cells separated by bars, comments after a hash. */
final class Rows {

    private Rows() {}

    static <T> List<T> read(String name, int cells, Function<String[], T> row) {
        try (var in = Rows.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing: install this version again");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row.apply(cells(name, line, cells)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words separated by blanks, none for an empty cell. */
    static Stream<String> words(String cell) {
        return Stream.of(cell.split(" +")).filter(word -> !word.isEmpty());
    }

    private static String[] cells(String name, String line, int count) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != count) throw new IllegalStateException(name + ": " + count + " cells expected in " + line);
        return cells;
    }
}
