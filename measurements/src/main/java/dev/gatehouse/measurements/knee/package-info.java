/**
 * At which rate a design's path begins to give way, found by a rising open load.
 *
 * <p>Entry point: {@link dev.gatehouse.measurements.knee.KneeSearch}. Pitfall: near its knee a path's latency says how
 * full it is and not what its hops cost; at 60 % of the slowest design's knee all of them are compared below it.
 */
@NullMarked
package dev.gatehouse.measurements.knee;

import org.jspecify.annotations.NullMarked;
