/** Texts of every comparison. Pitfall: a line of 101 columns breaks a table of 40 lines in a terminal of 100. */
@NullMarked
package dev.gatehouse.report.text;

import org.jspecify.annotations.NullMarked;
