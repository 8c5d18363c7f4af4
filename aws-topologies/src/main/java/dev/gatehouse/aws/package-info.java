/**
 * A topology's AWS side: CloudFormation templates for network, balancers, gateway, firewall and names, from the edge to
 * the target groups that the cluster's pods register in.
 *
 * <p>Entry point: {@link dev.gatehouse.aws.CloudFormation#of}. Pitfall: an Application Load Balancer reaches a Network
 * Load Balancer only by its addresses. In a subnet of 10.20.8.0/24 the first four (10.20.8.0 to 10.20.8.3) and the last
 * (10.20.8.255) are AWS's own, so with three zones exactly one of 251 addresses is pinned in each, near the upper end.
 */
@NullMarked
package dev.gatehouse.aws;

import org.jspecify.annotations.NullMarked;
