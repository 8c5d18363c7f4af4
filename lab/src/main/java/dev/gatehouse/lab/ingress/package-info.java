/**
 * The ingress of a lab: what the manifests say, done by a router of our own or by a real Envoy, on loopback.
 *
 * <p>Entry point: {@link dev.gatehouse.lab.ingress.Ingress#start}. Pitfall: a canary's share is drawn anew for each
 * request, so of 1,000 requests at 10 % between 81 and 120 reach the canary in 19 of 20 runs; only a pinned draw gives
 * exactly 100.
 */
@NullMarked
package dev.gatehouse.lab.ingress;

import org.jspecify.annotations.NullMarked;
