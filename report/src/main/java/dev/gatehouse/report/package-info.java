/**
 * One folder with everything about a platform's gateway layer, and the files of one design.
 *
 * <p>Entry points: {@link dev.gatehouse.report.Report} and {@link dev.gatehouse.report.Generate}. Pitfall: a comparison
 * may be of an earlier day, generated files never: a platform compared as of 19 November 2020 is still deployed with
 * the TLS policies of today.
 */
@NullMarked
package dev.gatehouse.report;

import org.jspecify.annotations.NullMarked;
