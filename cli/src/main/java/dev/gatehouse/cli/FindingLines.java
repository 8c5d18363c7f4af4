package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Finding;

/** A finding as people read it: what and where on the first line, then why, then the way out. */
final class FindingLines {
    private FindingLines() {}

    static String of(Finding finding, Paint paint) {
        StringBuilder lines = new StringBuilder();
        lines.append(paint.bold(finding.rule().text()))
                .append(' ')
                .append(paint.severity(finding.severity()))
                .append(' ')
                .append(finding.place())
                .append("  ")
                .append(finding.what())
                .append('\n');
        if (!finding.why().isEmpty()) {
            lines.append(Wrap.lines(finding.why(), "  ", "  "));
        }
        if (!finding.fix().isEmpty()) {
            String fix = Wrap.lines(finding.fix(), "  fix: ", "    ");
            lines.append("  ").append(paint.bold("fix:")).append(fix.substring("  fix:".length()));
        }
        return lines.toString();
    }
}
