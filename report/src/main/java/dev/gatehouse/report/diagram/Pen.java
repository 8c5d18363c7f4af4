package dev.gatehouse.report.diagram;

import dev.gatehouse.report.view.Markup;

/** Writes SVG elements; every text is escaped. */
final class Pen {
    private final StringBuilder drawing = new StringBuilder();

    void box(String kind, int x, int y, int width, int height, int round) {
        drawing.append("<rect class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" rx=\"")
                .append(round)
                .append("\"/>\n");
    }

    void text(String kind, int x, int y, String text) {
        drawing.append("<text class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\">")
                .append(Markup.escape(text))
                .append("</text>\n");
    }

    void line(String kind, String path) {
        drawing.append("<path class=\"")
                .append(kind)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    /** A wire to the right that ends in an arrow. */
    void arrowRight(String kind, int x1, int x2, int y) {
        line(kind, "M" + x1 + " " + y + "H" + (x2 - 7));
        line("arrow", "M" + (x2 - 9) + " " + (y - 5) + "L" + (x2 - 1) + " " + y + "L" + (x2 - 9) + " " + (y + 5) + "Z");
    }

    /** A wire downwards that ends in an arrow. */
    void arrowDown(String kind, int x, int y1, int y2) {
        line(kind, "M" + x + " " + y1 + "V" + (y2 - 7));
        line("arrow", "M" + (x - 5) + " " + (y2 - 9) + "L" + x + " " + (y2 - 1) + "L" + (x + 5) + " " + (y2 - 9) + "Z");
    }

    @Override
    public String toString() {
        return drawing.toString();
    }
}
