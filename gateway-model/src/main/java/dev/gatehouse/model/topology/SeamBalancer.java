package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Hop;

/**
 * A balancer of the seam: the last one in front of the cluster.
 *
 * @param id {@code public}, {@code private} or, where AWS's edge calls it, {@code edge} of an NLB, {@code application}
 *     of an ALB whose targets are pods: a topology has at most one of each
 * @param hop the hop that it is
 */
public record SeamBalancer(String id, Hop hop) {
    /** The id of an ALB whose targets are pods. */
    public static final String APPLICATION = "application";
}
