/**
 * Runs load tests: Gatling simulations of a platform's load against each design in turn.
 *
 * <p>Entry point: {@code LoadTest}. Pitfall: Gatling's own statistics have a resolution of 1 ms, ten times what a hop
 * on loopback adds; the recorder beside it counts nanoseconds.
 */
@NullMarked
package dev.gatehouse.load;

import org.jspecify.annotations.NullMarked;
