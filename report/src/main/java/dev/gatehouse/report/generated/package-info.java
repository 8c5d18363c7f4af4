/**
 * What is generated for a design: CloudFormation on one side of the seam, Kubernetes on the other.
 *
 * <p>Entry point: {@link dev.gatehouse.report.generated.DesignFiles#of}. Pitfall: one side alone is nothing. A target
 * group that no binding names has 0 targets, and its balancer answers every request with an error.
 */
@NullMarked
package dev.gatehouse.report.generated;

import org.jspecify.annotations.NullMarked;
