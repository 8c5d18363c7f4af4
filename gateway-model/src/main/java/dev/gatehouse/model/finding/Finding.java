package dev.gatehouse.model.finding;

import java.util.Comparator;

/**
 * One thing that is wrong or surprising in an input, with its place and a way out.
 *
 * @param rule the rule that found it
 * @param severity how much it weighs
 * @param place where it was written
 * @param subject what it is about, such as {@code models.fraud.canary.share} or {@code Mapping fraud.serving}
 * @param what what is the case, in the user's words, one line without a final full stop
 * @param why what follows from it, or which rule of AWS or Emissary it breaks; empty if {@code what} says it all
 * @param fix what to write instead, one line without a final full stop
 */
public record Finding(RuleId rule, Severity severity, Place place, String subject, String what, String why, String fix)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::what);

    /** The same finding at another place. */
    public Finding at(Place other) {
        return new Finding(rule, severity, other, subject, what, why, fix);
    }

    /** By place, then rule, subject and text, so that lists of findings are stable. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
