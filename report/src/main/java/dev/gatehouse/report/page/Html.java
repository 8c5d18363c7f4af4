package dev.gatehouse.report.page;

import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Markup;

/** Pieces of HTML. Every text that comes from outside passes through {@link #text}. */
final class Html {
    private Html() {}

    /** A text between tags or in a quoted attribute. */
    static String text(String plain) {
        return Markup.escape(plain);
    }

    static String element(String tag, String kind, String plain) {
        return "<" + tag + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">" + text(plain) + "</" + tag + ">";
    }

    static String pill(State state) {
        return element("span", "pill " + state.word(), Labels.sign(state) + " " + Labels.state(state));
    }

    static String evidence(Evidence evidence) {
        if (evidence instanceof Published published) {
            return "published, checked " + published.checked() + ": <a href=\"" + text(published.page())
                    + "\" rel=\"noopener noreferrer\">" + text(bare(published.page())) + "</a>";
        }
        return text(evidence.described());
    }

    private static String bare(String page) {
        return page.startsWith("https://") ? page.substring("https://".length()) : page;
    }
}
