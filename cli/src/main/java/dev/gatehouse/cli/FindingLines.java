package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.FindingText;

/** A finding as people read it, coloured for a terminal. */
final class FindingLines {
    private static final String FIX = "\n  fix:";

    private FindingLines() {}

    static String of(Finding finding, Paint paint) {
        String text = FindingText.of(finding);
        if (!paint.on()) {
            return text;
        }
        String head = finding.rule().text() + " " + finding.severity().word();
        int fix = text.lastIndexOf(FIX);
        String body = fix < 0
                ? text.substring(head.length())
                : text.substring(head.length(), fix) + "\n  " + paint.bold("fix:") + text.substring(fix + FIX.length());
        return paint.bold(finding.rule().text()) + " " + paint.severity(finding.severity()) + body;
    }
}
