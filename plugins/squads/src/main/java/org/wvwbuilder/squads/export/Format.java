package org.wvwbuilder.squads.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a squad can be written as. */
public enum Format {
    TEXT("text/plain;charset=utf-8", "txt"),
    DISCORD("text/plain;charset=utf-8", "md"),
    CSV("text/csv;charset=utf-8", "csv"),
    PNG("image/png", "png");

    private final String type;
    private final String ending;

    Format(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    public static Optional<Format> named(String word) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(word))
                .findFirst();
    }

    public String type() {
        return type;
    }

    /** A file name without anything that a header or a file system could stumble over. */
    public String fileName(String title) {
        var words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var cut = words.substring(0, Math.min(60, words.length()));
        return (cut.isEmpty() ? "composition" : cut) + "." + ending;
    }

    public byte[] write(Sheet sheet) {
        return switch (this) {
            case TEXT -> PlainText.write(sheet).getBytes(StandardCharsets.UTF_8);
            case DISCORD -> Discord.write(sheet).getBytes(StandardCharsets.UTF_8);
            case CSV -> Csv.write(sheet).getBytes(StandardCharsets.UTF_8);
            case PNG -> Picture.write(sheet);
        };
    }
}
