package dev.gatehouse.model.cost;

import dev.gatehouse.model.unit.Money;
import java.util.Optional;

/**
 * What more load costs a design in a month.
 *
 * @param design its id
 * @param doubled how much more twice the load costs; empty if that hangs on a price that is not known
 * @param oneMore how much more one model more costs, a copy of {@link Sensitivity#typical()}; empty likewise
 */
public record LoadCost(String design, Optional<Money> doubled, Optional<Money> oneMore) {}
