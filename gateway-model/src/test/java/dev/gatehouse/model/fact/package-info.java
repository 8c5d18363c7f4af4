/**
 * Tests of facts: how sheets are read, which fact holds on which day, and that the bundled sheets keep their word.
 *
 * <p>Entry point: {@code FactsTest}. Pitfall: a fact with {@code until: 2024-06-04} does not hold on the fourth of
 * June.
 */
@NullMarked
package dev.gatehouse.model.fact;

import org.jspecify.annotations.NullMarked;
