/**
 * Tests of plans and orders.
 *
 * <p>Entry points: {@code PlanTest}, {@code WilliamsSquareTest}. Pitfall: seven orders of seven contestants balance
 * their places and not who follows whom; that takes fourteen.
 */
@NullMarked
package dev.gatehouse.measurements.plan;

import org.jspecify.annotations.NullMarked;
