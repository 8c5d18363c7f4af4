package dev.gatehouse.report.view;

import java.util.List;

/**
 * Figures side by side, ready to be set as text, Markdown or HTML.
 *
 * @param id the part of the page that it is: {@code cost}
 * @param title its heading
 * @param heads what stands over the cells, a design or a place each
 * @param rows its lines
 * @param notes what must be said with it, each a sentence
 */
public record FigureTable(String id, String title, List<String> heads, List<Row> rows, List<String> notes) {
    /**
     * One line.
     *
     * @param label what it shows
     * @param cells one per head
     */
    public record Row(String label, List<String> cells) {
        /** Copies {@code cells}. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Copies the lists. */
    public FigureTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    static List<String> heads(List<Column> columns) {
        return columns.stream().map(Column::head).toList();
    }
}
