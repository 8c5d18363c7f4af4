package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Evidence;
import java.util.Optional;

/**
 * Something that is no promise but that people weigh: hops, trusted hops, where TLS ends, what one more model touches.
 *
 * @param id such as {@code hops}
 * @param value as text
 * @param unit of the value; empty if it is words
 * @param evidence how it is known, where it rests on a fact
 */
public record Measure(String id, String value, String unit, Optional<Evidence> evidence) {}
