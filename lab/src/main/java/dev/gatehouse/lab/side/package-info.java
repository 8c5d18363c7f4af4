/**
 * Stand-ins for the services that an ingress asks about requests: the one that verifies tokens and the one that limits.
 * Both speak what the manifests say of them, gRPC as Envoy does, so the embedded ingress and a real Envoy ask the same.
 *
 * <p>Entry point: {@link dev.gatehouse.lab.side.SideServices#start}. Pitfall: a plan of 50/s with a burst of 100 lets
 * 150 of the requests of its first second through and not 50.
 */
@NullMarked
package dev.gatehouse.lab.side;

import org.jspecify.annotations.NullMarked;
