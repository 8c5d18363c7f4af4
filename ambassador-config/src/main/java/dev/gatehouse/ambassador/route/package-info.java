/**
 * What a set of manifests does to requests: listeners with their virtual hosts and, in order, the routes of each.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.route.RouteTable}; it knows nothing of who wrote the manifests.
 * Pitfall: a route's {@code percentBelow} is cumulative, not a share. Envoy draws one number from 0 to 99 for a request
 * and asks every route with it, so routes with 10, 30 and 100 take 10 %, 20 % and 70 %.
 */
@NullMarked
package dev.gatehouse.ambassador.route;

import org.jspecify.annotations.NullMarked;
