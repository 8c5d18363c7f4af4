/**
 * A comparison arranged for reading: columns, lines that split by entry only where entries differ, and what stands
 * behind each cell said once for all the places where it is the same.
 *
 * <p>Entry point: {@link dev.gatehouse.report.view.ComparisonView#of}. Pitfall: five designs, three entries and four
 * models give 60 cells to a row; where a row says the same in 57 of them, a reader wants two sentences, not 60.
 */
@NullMarked
package dev.gatehouse.report.view;

import org.jspecify.annotations.NullMarked;
