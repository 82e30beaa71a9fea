package org.wvwbuilder.squads.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The letters of the pictures, five points wide and seven high, with room for accents above and below. What has no shape
 * becomes a box.
 */
final class Letters {
    static final int WIDTH = 6;
    static final int ABOVE = 3;
    static final int HEIGHT = ABOVE + 7 + 2;

    private static final byte[] BOX = {0x1f, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1f};
    private static final byte[] BLANK = new byte[7];
    private static final Map<String, String> SPELLED = Map.of(
            "ß", "ss", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE", "ø", "o", "Ø", "O", "ł", "l", "–", "-", "’", "'");

    /** Accents as two rows of points, by their combining character. */
    private static final Map<Character, byte[]> ACCENTS = Map.of(
            '\u0300', new byte[] {0x08, 0x04},
            '\u0301', new byte[] {0x02, 0x04},
            '\u0302', new byte[] {0x04, 0x0a},
            '\u0303', new byte[] {0x0d, 0x16},
            '\u0308', new byte[] {0x0a, 0x00},
            '\u030a', new byte[] {0x04, 0x04},
            '\u030c', new byte[] {0x0a, 0x04});

    private static final char CEDILLA = '\u0327';
    private static final Map<Character, byte[]> SHAPES = read();

    private Letters() {}

    /** Takes points to draw. */
    interface Pen {
        void point(int x, int y);
    }

    /** How wide a text is. */
    static int width(String text) {
        return (int) plain(text).chars().filter(c -> !accent((char) c)).count() * WIDTH;
    }

    /** The beginning of a text that fits, with two dots where it is cut. */
    static String fitting(String text, int width) {
        if (width(text) <= width) return text;
        var cut = text;
        while (!cut.isEmpty() && width(cut) > width - 2 * WIDTH) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + "..";
    }

    static void draw(String text, Pen pen) {
        int x = -WIDTH;
        for (char c : plain(text).toCharArray()) {
            if (ACCENTS.containsKey(c)) {
                rows(ACCENTS.get(c), x, 0, pen);
            } else if (c == CEDILLA) {
                rows(new byte[] {0x04, 0x08}, x, ABOVE + 7, pen);
            } else if (!accent(c)) {
                x += WIDTH;
                rows(shape(c), x, ABOVE, pen);
            }
        }
    }

    private static byte[] shape(char c) {
        return c == ' ' ? BLANK : SHAPES.getOrDefault(c, BOX);
    }

    private static boolean accent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || Character.isLowSurrogate(c);
    }

    private static void rows(byte[] rows, int x, int y, Pen pen) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < WIDTH - 1; column++) {
                if ((rows[row] >> (WIDTH - 2 - column) & 1) == 1) pen.point(x + column, y + row);
            }
        }
    }

    private static String plain(String text) {
        var plain = text;
        for (var spelled : SPELLED.entrySet()) plain = plain.replace(spelled.getKey(), spelled.getValue());
        return Normalizer.normalize(plain, Normalizer.Form.NFD);
    }

    private static Map<Character, byte[]> read() {
        try (var in = Letters.class.getResourceAsStream("letters.txt")) {
            if (in == null) throw new IllegalStateException("letters.txt is missing: install this version again");
            var shapes = new HashMap<Character, byte[]>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> shapes.put(
                            line.charAt(0), HexFormat.ofDelimiter(" ").parseHex(line.substring(2))));
            return Map.copyOf(shapes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
