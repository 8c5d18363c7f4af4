/**
 * Tests of results.
 *
 * <p>Entry point: {@code MeasurementTest}. Pitfall: a comparison of a design with itself finds a difference in one of
 * twenty runs, and that is right.
 */
@NullMarked
package dev.gatehouse.measurements.result;

import org.jspecify.annotations.NullMarked;
