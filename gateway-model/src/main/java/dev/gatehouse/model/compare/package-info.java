/**
 * The designs side by side: for every promise and every implied need a cell that says who keeps it, on what conditions,
 * or why nobody can, and how that is known.
 *
 * <p>Entry point: {@link dev.gatehouse.model.compare.Comparison#of}. Pitfall: a design is only as good as its worst
 * cell. A design with 29 cells kept and 1 broken is broken; with 29 kept and 1 on a condition of yours it is
 * conditional.
 */
@NullMarked
package dev.gatehouse.model.compare;

import org.jspecify.annotations.NullMarked;
