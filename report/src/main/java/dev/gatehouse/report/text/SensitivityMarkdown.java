package dev.gatehouse.report.text;

import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.SensitivityLine;
import dev.gatehouse.report.view.SensitivityView;
import java.util.stream.Collectors;

/** What becomes of the costs at another load. */
final class SensitivityMarkdown {
    private SensitivityMarkdown() {}

    static String of(ComparisonView view) {
        SensitivityView sensitivity = SensitivityView.of(view);
        StringBuilder text = new StringBuilder("\n## " + SensitivityText.TITLE + "\n\n")
                .append(Markdown.text(sensitivity.load()))
                .append("\n\n| more a month |")
                .append(view.columns().stream()
                        .map(column -> " " + column.head() + " |")
                        .collect(Collectors.joining()))
                .append("\n|---")
                .append("|---".repeat(view.columns().size()))
                .append("|\n");
        for (SensitivityLine line : sensitivity.lines()) {
            text.append("| ")
                    .append(Markdown.text(line.label()))
                    .append(line.cells().stream()
                            .map(Markdown::text)
                            .collect(Collectors.joining(" | ", " | ", " |\n")));
        }
        if (!sensitivity.pairs().isEmpty()) {
            text.append('\n');
            sensitivity
                    .pairs()
                    .forEach(pair ->
                            text.append("- ").append(Markdown.text(pair)).append('\n'));
        }
        return text.toString();
    }
}
