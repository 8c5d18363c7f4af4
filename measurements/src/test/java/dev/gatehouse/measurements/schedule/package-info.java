/**
 * Tests of schedules.
 *
 * <p>Entry point: {@code ScheduleTest}. Pitfall: a schedule that is drawn anew for each contestant compares 2,013
 * requests with 1,978.
 */
@NullMarked
package dev.gatehouse.measurements.schedule;

import org.jspecify.annotations.NullMarked;
