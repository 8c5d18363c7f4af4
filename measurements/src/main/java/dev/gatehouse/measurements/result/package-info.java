/**
 * What a load test found: figures of each round, paired differences with their intervals, a verdict for each pair, or
 * the reasons why there is none.
 *
 * <p>Entry point: {@code Measurement}. Pitfall: 14 rounds of 2,000 requests are 14 values of each contestant and not
 * 28,000; an interval over requests would be narrower by a factor of up to 45, and wrong.
 */
@NullMarked
package dev.gatehouse.measurements.result;

import org.jspecify.annotations.NullMarked;
