/**
 * Tests of what is recorded.
 *
 * <p>Entry points: {@code RecorderTest}, {@code CoordinatedOmissionTest}. Pitfall: a stall of 1 s at 200 requests a
 * second delays 200 requests, not one.
 */
@NullMarked
package dev.gatehouse.measurements.recording;

import org.jspecify.annotations.NullMarked;
