/**
 * What may be concluded from a few rounds: medians with bootstrap intervals over rounds, tests that agree with these
 * intervals, corrections for many comparisons, intervals of shares.
 *
 * <p>Entry points: {@link dev.gatehouse.measurements.statistics.MedianBootstrap},
 * {@link dev.gatehouse.measurements.statistics.PooledQuantile}. Pitfall: 15 pairs tested at 5 % each find a difference
 * that is none in every second run (1 - 0.95^15 = 54 %); Holm's correction keeps it at 5 % for all of them together.
 */
@NullMarked
package dev.gatehouse.measurements.statistics;

import org.jspecify.annotations.NullMarked;
