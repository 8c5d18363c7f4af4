package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Money;

/**
 * The design's own line items stay within this.
 *
 * @param scope every entry: money has no scope
 * @param atMost per month
 */
public record MonthlyCostAtMost(Scope scope, Money atMost) implements Requirement {
    @Override
    public String word() {
        return "monthly-cost";
    }
}
