package dev.gatehouse.model.cost;

/**
 * Loads at which the same one of two designs is cheaper.
 *
 * @param from a multiple of the spec's load, above which they begin
 * @param to where they end
 * @param standing which one is cheaper there
 */
public record Stretch(Ratio from, Ratio to, Standing standing) {}
