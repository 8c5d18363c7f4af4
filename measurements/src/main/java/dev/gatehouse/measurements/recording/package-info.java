/**
 * What became of every request, and how long it took in nanoseconds, in histograms that merge without loss.
 *
 * <p>Entry point: {@link dev.gatehouse.measurements.recording.Recorder}. Pitfall: timed from when they were really
 * sent, the 200 requests that a stall of 1 s held back look fast; timed from when they were meant to leave, they took
 * 0.5 s on average, which is what their clients saw.
 */
@NullMarked
package dev.gatehouse.measurements.recording;

import org.jspecify.annotations.NullMarked;
