package dev.gatehouse.model.finding;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Findings as text for a terminal of 100 columns.
 *
 * <pre>
 * GH-204 error platform.yaml:14:5  model llm answers within 45 s, but rest-api ends a request after 29 s
 *   the integration's limit is adjustable, and nothing says that yours was raised
 *   fix: answer within 29 s, or choose a design without rest-api
 * </pre>
 */
public final class FindingText {
    /** The longest line, unless a single word is longer. */
    public static final int COLUMNS = 100;

    private FindingText() {}

    /** One finding: rule, severity, place and what; then why, if there is more to say; then how to fix it. */
    public static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        String head = finding.rule() + " " + finding.severity().word() + " " + finding.place() + "  ";
        wrap(text, head + finding.what(), "", "    ");
        if (!finding.why().isBlank()) {
            wrap(text, finding.why(), "  ", "  ");
        }
        if (!finding.fix().isBlank()) {
            wrap(text, "fix: " + finding.fix(), "  ", "       ");
        }
        return text.toString();
    }

    /** All findings by place, with an empty line between two. */
    public static String of(Collection<Finding> findings) {
        return findings.stream().sorted().map(FindingText::of).collect(Collectors.joining("\n"));
    }

    private static void wrap(StringBuilder text, String sentence, String first, String next) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : sentence.split("(?<=\\S) ", -1)) {
            if (begun && line.length() + 1 + width(word) > COLUMNS) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(next).append(word.stripLeading());
            } else {
                line.append(begun ? " " : "").append(word);
            }
            begun = true;
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String word) {
        return word.codePointCount(0, word.length());
    }
}
