package dev.gatehouse.report.text;

import dev.gatehouse.report.text.Palette.Ink;
import java.util.ArrayList;
import java.util.List;

/** A table of one wide column and several narrow ones; cells that are too long go on in the next line. */
final class TextTable {
    /** Cells that a terminal line has room for, beside the label. */
    static final int COLUMNS = 5;

    private static final int LABEL = 25;
    private static final int CELL = (ComparisonText.WIDTH - LABEL) / COLUMNS;
    private static final int GAP = 1;

    /** A piece of text and its colour. */
    record Cell(String text, Ink ink) {
        static Cell plain(String text) {
            return new Cell(text, Ink.NONE);
        }
    }

    private final Palette palette;
    private final StringBuilder text = new StringBuilder();

    TextTable(Palette palette) {
        this.palette = palette;
    }

    void line(Cell label, List<Cell> cells) {
        List<Cell> all = new ArrayList<>(List.of(label));
        all.addAll(cells);
        List<List<String>> broken = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            broken.add(Wrap.lines(all.get(at).text(), width(at) - GAP, false));
        }
        int height = broken.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            int blanks = 0;
            for (int at = 0; at < all.size(); at++) {
                String part = row < broken.get(at).size() ? broken.get(at).get(row) : "";
                line.append(
                        part.isEmpty()
                                ? ""
                                : " ".repeat(blanks) + palette.paint(all.get(at).ink(), part));
                blanks = width(at) - part.length() + (part.isEmpty() ? blanks : 0);
            }
            text.append(line).append('\n');
        }
    }

    private static int width(int column) {
        return column == 0 ? LABEL : CELL;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
