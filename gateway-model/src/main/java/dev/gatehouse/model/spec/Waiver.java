package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.RuleId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody answers for until a day. The cell stays broken, marked as waived.
 *
 * @param rule which finding
 * @param design in which design; empty: in all
 * @param reason why
 * @param until the last day on which it holds
 * @param by who answers for it
 */
public record Waiver(RuleId rule, Optional<String> design, String reason, LocalDate until, String by) {
    /** Whether it holds on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
