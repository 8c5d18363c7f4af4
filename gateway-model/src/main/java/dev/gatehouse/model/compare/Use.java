package dev.gatehouse.model.compare;

import dev.gatehouse.model.unit.Quantity;

/**
 * What the platform needs of a limit at its worst.
 *
 * @param what in words: {@code peak}, {@code longest answer}
 * @param amount of the limit's dimension
 */
public record Use(String what, Quantity amount) {}
