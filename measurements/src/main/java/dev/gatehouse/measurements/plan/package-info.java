/**
 * What a load test is going to do, written down before its first round: the question, the smallest difference that
 * matters, the contestants, the order of every round and when it ends.
 *
 * <p>Entry point: {@link dev.gatehouse.measurements.plan.Plan}. Pitfall: seven contestants need fourteen orders before
 * each has followed each other one equally often; a run of ten rounds compares places in the order too, so it is filled
 * up to fourteen.
 */
@NullMarked
package dev.gatehouse.measurements.plan;

import org.jspecify.annotations.NullMarked;
