/**
 * What somebody demands of a load test, so that a build can fail on it.
 *
 * <p>Entry points: {@link dev.gatehouse.measurements.bounds.BoundsReader},
 * {@link dev.gatehouse.measurements.bounds.Bounds}. Pitfall: a bound of 20 ms on a p99 that 40 requests lie beyond is
 * not met, since nobody knows that p99; it takes 100, so 10,000 requests.
 */
@NullMarked
package dev.gatehouse.measurements.bounds;

import org.jspecify.annotations.NullMarked;
