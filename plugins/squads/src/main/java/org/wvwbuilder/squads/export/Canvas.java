package org.wvwbuilder.squads.export;

import java.util.Arrays;

/** A picture of points, each one of a few colours. */
final class Canvas {
    final int width;
    final int height;
    private final byte[] points;

    Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.points = new byte[width * height];
        Arrays.fill(points, (byte) background);
    }

    void fill(int x, int y, int wide, int high, int colour) {
        for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
            int from = Math.clamp(x, 0, width);
            Arrays.fill(
                    points, row * width + from, row * width + Math.clamp((long) x + wide, from, width), (byte) colour);
        }
    }

    void text(String text, int x, int y, int scale, int colour) {
        Letters.draw(text, (column, row) -> fill(x + column * scale, y + row * scale, scale, scale, colour));
    }

    /** A row of points, for the file. */
    byte[] row(int y) {
        return Arrays.copyOfRange(points, y * width, (y + 1) * width);
    }
}
