/**
 * What is known of each component, as data with evidence: limits, capabilities, refusals, links, prices and the days on
 * which they held.
 *
 * <p>Entry point: {@link dev.gatehouse.model.fact.Facts#bundled}, then {@link dev.gatehouse.model.fact.Facts#asOf}.
 * Pitfall: a fact holds from its first day up to, and without, its last: with {@code until: 2024-06-04} on the old line
 * and {@code since: 2024-06-04} on the new one, each day has exactly one answer; with {@code until: 2024-06-03} the
 * third of June has none.
 */
@NullMarked
package dev.gatehouse.model.fact;

import org.jspecify.annotations.NullMarked;
