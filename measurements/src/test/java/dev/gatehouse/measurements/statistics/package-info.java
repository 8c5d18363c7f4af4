/**
 * Tests of statistics, by hand where a hand can, and by simulation.
 *
 * <p>Entry points: {@code MedianBootstrapTest}, {@code CalibrationTest}. Pitfall: a rate of false alarms of 7 % is not
 * far from 5 % in 200 comparisons (14 instead of 10) and is far in 4,000.
 */
@NullMarked
package dev.gatehouse.measurements.statistics;

import org.jspecify.annotations.NullMarked;
