/**
 * Tests of bounds.
 *
 * <p>Entry point: {@code BoundsTest}. Pitfall: a bound on a contestant that was misspelt is met by nobody's 0 requests
 * unless it is refused.
 */
@NullMarked
package dev.gatehouse.measurements.bounds;

import org.jspecify.annotations.NullMarked;
