/**
 * Tests of the exploration.
 *
 * <p>Entry point: {@link dev.gatehouse.model.explore.ExplorationTest}. Pitfall: a price that changes on a sheet moves
 * ranks; tests here compare paths with each other and pin no amount, so that 944 USD may become 945.
 */
@NullMarked
package dev.gatehouse.model.explore;

import org.jspecify.annotations.NullMarked;
