/**
 * The stages that a request meets between client and model, one type per component.
 *
 * <p>Entry point: {@link dev.gatehouse.model.hop.Hop}; {@link dev.gatehouse.model.hop.Components} makes them for a
 * path. Pitfall: not every hop is on the path. Of the five in {@code hosted-zone, web-acl, application-load-balancer,
 * network-load-balancer, ambassador} bytes pass through three; the zone is consulted and the web ACL is attached.
 */
@NullMarked
package dev.gatehouse.model.hop;

import org.jspecify.annotations.NullMarked;
