/**
 * What load tests measured, and what may be said of it. This package is empty; its parts know each other in one
 * direction: schedule, recording; plan; statistics; result; files and bounds.
 *
 * <p>Entry points: {@link dev.gatehouse.measurements.plan.Plan} before a run, {@code Measurement} after it. Pitfall:
 * one run of each design is one sample of each, however many requests it sent; with 14 rounds there are 14 paired
 * differences, and the interval is over those.
 */
@NullMarked
package dev.gatehouse.measurements;

import org.jspecify.annotations.NullMarked;
