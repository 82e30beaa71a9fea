package org.wvwbuilder.builds.chatlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Links that people published, with what they say, from {@code links.txt}. */
public record PublishedLinks(
        String link,
        int length,
        String profession,
        String lines,
        List<Integer> land,
        List<Integer> water,
        String block,
        String weapons,
        String overrides) {

    public static List<PublishedLinks> all() {
        try (var in = PublishedLinks.class.getResourceAsStream("links.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedLinks of(String[] part) {
        return new PublishedLinks(
                part[0],
                Integer.parseInt(part[1]),
                part[2],
                part[3],
                numbers(part[4]),
                numbers(part[5]),
                part[6],
                part[7],
                part[8]);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
