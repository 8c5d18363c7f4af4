/**
 * Tests of the search for the knee.
 *
 * <p>Entry point: {@code KneeSearchTest}. Pitfall: a search that doubles only ends up to a factor of 2 below the knee.
 */
@NullMarked
package dev.gatehouse.measurements.knee;

import org.jspecify.annotations.NullMarked;
