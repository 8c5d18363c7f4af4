/**
 * Asks a running lab what the comparison promises: one probe for each row that a data path can show.
 *
 * <p>Entry point: {@link dev.gatehouse.lab.probe.Probes#run}. Pitfall: of 300 requests a canary of 10 % gets 30 only on
 * average; 18 or 45 are no fault, so a probe asks whether the share lies within an interval and never whether it is 10
 * %.
 */
@NullMarked
package dev.gatehouse.lab.probe;

import org.jspecify.annotations.NullMarked;
