/**
 * What a path adds to an answer's time: an interval per hop, their sum, and what two designs' intervals say about each
 * other.
 *
 * <p>Entry point: {@link dev.gatehouse.model.latency.Latency#of}. Pitfall: hops that two paths share cancel. 7 ms to 28
 * ms against 3 ms to 11 ms overlap, but with the same 2 ms to 6 ms of both taken away 5 ms to 22 ms against 1 ms to 5
 * ms do not.
 */
@NullMarked
package dev.gatehouse.model.latency;

import org.jspecify.annotations.NullMarked;
