/**
 * What people read and follow: the decision record, and for each design what it keeps here and how to deploy it.
 *
 * <p>Entry points: {@link dev.gatehouse.report.guide.DecisionRecord}, {@link dev.gatehouse.report.guide.DesignGuide},
 * {@link dev.gatehouse.report.guide.DeployGuide}. Pitfall: order. A certificate waits up to 72 hours for a zone that
 * nobody delegated, and its stack fails with it; so the zone's stack comes first, and the guide stops there.
 */
@NullMarked
package dev.gatehouse.report.guide;

import org.jspecify.annotations.NullMarked;
