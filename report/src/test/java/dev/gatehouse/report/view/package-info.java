/**
 * Comparisons arranged for reading. Pitfall: 8,666,090 requests are 8.67 M to a reader, and 1,000 times fewer are not.
 */
@NullMarked
package dev.gatehouse.report.view;

import org.jspecify.annotations.NullMarked;
