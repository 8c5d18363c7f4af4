package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The tightest limit of one kind along a path, with the hop that sets it.
 *
 * @param id the kind of limit, such as {@code request-timeout}
 * @param model the model whose path it is; empty: for every model
 * @param value the limit
 * @param setBy the hop that sets it
 * @param fact how it is known
 * @param use what the platform needs of it; empty where the spec does not say
 * @param raise what it takes to have more
 * @param sharedBy who draws on it besides, where it is not this platform's alone: {@code the account}
 */
public record Limit(
        String id,
        Optional<String> model,
        Quantity value,
        HopKind setBy,
        Fact fact,
        Optional<Use> use,
        Raise raise,
        Optional<String> sharedBy) {
    /** How much of it the platform needs, in percent to one decimal; above 100 it is too little. */
    public Optional<BigDecimal> usedPercent() {
        return use.filter(need -> value.number().signum() > 0)
                .map(need -> need.amount().percentOf(value));
    }

    /** What is needed of it: {@code peak 690/s of 10000/s shared by the account}; empty where that is not known. */
    public Optional<String> headroom() {
        return use.map(need -> need.what() + " " + need.amount() + " of " + value
                + sharedBy.map(others -> " shared by " + others).orElse(""));
    }
}
