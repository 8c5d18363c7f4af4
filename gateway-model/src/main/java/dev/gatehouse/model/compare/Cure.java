package dev.gatehouse.model.compare;

import dev.gatehouse.model.unit.Money;
import java.util.Optional;

/**
 * What would fix a broken cell.
 *
 * @param text what to do, one line
 * @param design the design that has it, if one of those compared does
 * @param perMonth what it costs or saves, where known
 */
public record Cure(String text, Optional<String> design, Optional<Money> perMonth) {}
