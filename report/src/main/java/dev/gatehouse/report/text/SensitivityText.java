package dev.gatehouse.report.text;

import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.SensitivityView;

/** What becomes of the costs at another load. */
final class SensitivityText {
    static final String TITLE = "Another load, or one model more";

    private SensitivityText() {}

    static String of(ComparisonView view, Palette palette) {
        SensitivityView sensitivity = SensitivityView.of(view);
        StringBuilder text = new StringBuilder(TablesText.sensitivity(view, sensitivity, palette));
        sensitivity.pairs().forEach(pair -> text.append(Wrap.block(pair, "  ", "    ")));
        return text.append(Wrap.block(sensitivity.load(), "  ")).toString();
    }
}
