package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.NetworkLoadBalancer;

/**
 * An NLB of the seam.
 *
 * @param id {@code public} or {@code private}: a topology has at most one of each
 * @param hop the hop that it is
 */
public record SeamBalancer(String id, NetworkLoadBalancer hop) {}
