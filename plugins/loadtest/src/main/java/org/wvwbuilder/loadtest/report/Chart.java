package org.wvwbuilder.loadtest.report;

import java.util.List;
import java.util.Locale;

/** Lines over two axes, as SVG that takes its colours from the page around it. */
record Chart(String title, String across, String up, Scale x, Scale y, List<Line> lines) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 62;
    private static final int TOP = 14;
    private static final int RIGHT = 16;
    private static final int BOTTOM = 46;

    record Point(double x, double y) {}

    /** @param colour 1 to 6, or 0 for errors */
    record Line(String name, int colour, List<Point> points) {}

    String svg() {
        var svg = new StringBuilder("<figure><figcaption><h2>")
                .append(Markup.escape(title))
                .append("</h2>");
        legend(svg);
        svg.append("</figcaption><svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
        svg.append("\" role=\"img\" aria-label=\"").append(Markup.escape(title)).append("\">");
        grid(svg);
        lines.forEach(line -> draw(svg, line));
        return svg.append("</svg></figure>\n").toString();
    }

    private void legend(StringBuilder svg) {
        svg.append("<ul class=legend>");
        for (var line : lines) {
            svg.append("<li class=c").append(line.colour()).append('>');
            svg.append(Markup.escape(line.name())).append("</li>");
        }
        svg.append("</ul>");
    }

    private void grid(StringBuilder svg) {
        for (var mark : y.marks()) {
            var at = down(mark.value());
            svg.append(format("<path class=grid d=\"M%d %.1fH%d\"/>", LEFT, at, WIDTH - RIGHT));
            svg.append(format("<text x=%d y=%.1f text-anchor=end>%s</text>", LEFT - 8, at + 4, mark.label()));
        }
        for (var mark : x.marks()) {
            var at = right(mark.value());
            svg.append(format("<path class=grid d=\"M%.1f %dV%d\"/>", at, TOP, HEIGHT - BOTTOM));
            svg.append(
                    format("<text x=%.1f y=%d text-anchor=middle>%s</text>", at, HEIGHT - BOTTOM + 18, mark.label()));
        }
        svg.append(format(
                "<text x=%d y=%d text-anchor=middle class=axis>%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, Markup.escape(across)));
        svg.append(format(
                "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=middle class=axis>%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, Markup.escape(up)));
    }

    private void draw(StringBuilder svg, Line line) {
        if (line.points().isEmpty()) return;
        svg.append("<path class=\"line c").append(line.colour()).append("\" d=\"");
        var command = 'M';
        for (var point : line.points()) {
            svg.append(format("%c%.1f %.1f", command, right(point.x()), down(point.y())));
            command = 'L';
        }
        svg.append("\"><title>").append(Markup.escape(line.name())).append("</title></path>");
    }

    private double right(double value) {
        return LEFT + Math.clamp(x.at(value), 0, 1) * (WIDTH - LEFT - RIGHT);
    }

    private double down(double value) {
        return HEIGHT - BOTTOM - Math.clamp(y.at(value), 0, 1) * (HEIGHT - TOP - BOTTOM);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
