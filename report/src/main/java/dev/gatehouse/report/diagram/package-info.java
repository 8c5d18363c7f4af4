/**
 * A design drawn: what a request meets, what each wire carries, and which hop keeps which promise.
 *
 * <p>Entry point: {@link dev.gatehouse.report.diagram.DiagramSvg}. Pitfall: a path of five hops is 1,300 units wide; in
 * a window of 400 it must scroll, for at 30 % of its size a label of 12 is one of 4.
 */
@NullMarked
package dev.gatehouse.report.diagram;

import org.jspecify.annotations.NullMarked;
