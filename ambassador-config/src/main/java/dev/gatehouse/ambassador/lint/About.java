package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;

/**
 * What a rule is about.
 *
 * @param id its number, which never changes its meaning
 * @param severity how much its findings weigh
 * @param source how it is known
 * @param title what it finds, in one line without a final full stop
 * @param explanation a paragraph: what Emissary does, and what to do about it
 */
public record About(RuleId id, Severity severity, Source source, String title, String explanation) {
    /** The lines of {@code explanation} are joined to one paragraph. */
    public About {
        explanation = explanation.strip().replaceAll("\\s+", " ");
    }

    static About of(String id, Severity severity, Source source, String title, String explanation) {
        return new About(new RuleId(id), severity, source, title, explanation);
    }
}
