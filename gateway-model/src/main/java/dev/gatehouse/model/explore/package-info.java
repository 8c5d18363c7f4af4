/**
 * Every legal path for one platform, ranked, with the paths that no other is better than and what leads from each of
 * the study's designs to its nearest neighbours.
 *
 * <p>Entry point: {@link dev.gatehouse.model.explore.Exploration#of}. Pitfall: the first of the ranking is not the only
 * sensible one. A path with 15 conditions of yours at 900 USD a month ranks before one with 16 at 700 USD, and neither
 * is better in everything: both stand on the Pareto front.
 */
@NullMarked
package dev.gatehouse.model.explore;

import org.jspecify.annotations.NullMarked;
