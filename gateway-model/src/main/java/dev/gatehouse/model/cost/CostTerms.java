package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.unit.DataSize;
import java.math.BigDecimal;

/**
 * What a month is reckoned with.
 *
 * @param hours hours of a month, above 0
 * @param freeDataOut whether the account's free data out is still there for this platform
 * @param inspectedBody how much of a body the firewall of a REST API inspects; what goes beyond its default costs more
 */
public record CostTerms(BigDecimal hours, boolean freeDataOut, DataSize inspectedBody) {
    /** 730 hours, nothing free, and the firewall's default of 16 KiB. */
    public static final CostTerms USUAL = new CostTerms(BigDecimal.valueOf(730), false, DataSize.ofKibibytes(16));

    /**
     * Checks the hours.
     *
     * @throws IllegalArgumentException if {@code hours} is not above 0
     */
    public CostTerms {
        if (hours.signum() <= 0) {
            throw new IllegalArgumentException("a month has more than " + hours.toPlainString() + " hours");
        }
    }

    /** The usual terms, in a month of as many hours as the facts say: {@code traffic.hours-per-month}. */
    public static CostTerms of(Known known) {
        return known.facts()
                .find("traffic", "hours-per-month")
                .flatMap(Fact::value)
                .map(hours -> new CostTerms(hours.toCount(), USUAL.freeDataOut, USUAL.inspectedBody))
                .orElse(USUAL);
    }

    /** The same in a month of that many hours; AWS's own examples use 720. */
    public CostTerms withHours(long count) {
        return new CostTerms(BigDecimal.valueOf(count), freeDataOut, inspectedBody);
    }

    /** The same with the account's free data out used for this platform. */
    public CostTerms withFreeDataOut() {
        return new CostTerms(hours, true, inspectedBody);
    }

    /** The same with a firewall that inspects that much of a body. */
    public CostTerms withInspectedBody(DataSize size) {
        return new CostTerms(hours, freeDataOut, size);
    }
}
