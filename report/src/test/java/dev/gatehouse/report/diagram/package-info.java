/** Drawings of every design. Pitfall: an SVG with 1 open tag shows nothing at all. */
@NullMarked
package dev.gatehouse.report.diagram;

import org.jspecify.annotations.NullMarked;
