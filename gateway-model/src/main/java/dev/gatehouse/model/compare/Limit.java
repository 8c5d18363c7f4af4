package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Quantity;
import java.util.Optional;

/**
 * The tightest limit of one kind along a path, with the hop that sets it.
 *
 * @param id the kind of limit, such as {@code request-timeout}
 * @param model the model whose path it is; empty: for every model
 * @param value the limit
 * @param setBy the hop that sets it
 * @param fact how it is known
 */
public record Limit(String id, Optional<String> model, Quantity value, HopKind setBy, Fact fact) {}
