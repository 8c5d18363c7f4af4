package dev.gatehouse.report.view;

import java.util.List;

/**
 * What more load costs, side by side.
 *
 * @param label such as {@code twice the load}
 * @param cells one per column, such as {@code +1203.45 USD}; {@code unknown} where a price is not known
 */
public record SensitivityLine(String label, List<String> cells) {
    /** Copies {@code cells}. */
    public SensitivityLine {
        cells = List.copyOf(cells);
    }
}
