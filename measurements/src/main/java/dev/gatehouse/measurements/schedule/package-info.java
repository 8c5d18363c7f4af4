/**
 * When each request of a load test leaves, and what it asks for: made beforehand, from one seed.
 *
 * <p>Entry point: {@link dev.gatehouse.measurements.schedule.Schedule}. Pitfall: if the generator decides on the next
 * request when the last one returns, a stall of 1 s at 200 requests a second hides the 200 requests that should have
 * been sent meanwhile; here they are in the list before the first one leaves.
 */
@NullMarked
package dev.gatehouse.measurements.schedule;

import org.jspecify.annotations.NullMarked;
