/**
 * The reports as a whole, and comparisons to try renderings with.
 *
 * <p>Entry point: {@link dev.gatehouse.report.Samples}. Pitfall: a comparison of real designs has no waived and no
 * changed cell on most days; renderings of those need one made by hand.
 */
@NullMarked
package dev.gatehouse.report;

import org.jspecify.annotations.NullMarked;
