package dev.gatehouse.report.text;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Published;

/** Text that stays text in Markdown. */
public final class Markdown {
    private static final String MEANT_FOR_MARKDOWN = "\\`*_[]<>|#~";

    private Markdown() {}

    /** One line in which no character means anything to Markdown. */
    public static String text(String plain) {
        StringBuilder text = new StringBuilder();
        for (char letter : plain.strip().replaceAll("\\s+", " ").toCharArray()) {
            text.append(MEANT_FOR_MARKDOWN.indexOf(letter) >= 0 ? "\\" : "").append(letter);
        }
        return text.toString();
    }

    /** A piece of code inside a line. */
    public static String code(String plain) {
        return "`" + plain.replaceAll("[`\\s]+", " ").strip() + "`";
    }

    /** How something is known, a page as a link. */
    public static String evidence(Evidence evidence) {
        return evidence instanceof Published published
                ? "published, <" + published.page() + ">, checked " + published.checked()
                : text(evidence.described());
    }
}
