/** Tests of decision records and guides. Pitfall: 1 quote in a value is enough to end a shell's string. */
@NullMarked
package dev.gatehouse.report.guide;

import org.jspecify.annotations.NullMarked;
