/**
 * Kubernetes and Ambassador (Emissary-ingress) resources from a topology.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.generate.AmbassadorConfig#of}. Pitfall: open requests are rate times
 * time, so 10/s of streams of 120 s are 1,200 at once, and Envoy's default circuit breaker refuses the 1,025th.
 */
@NullMarked
package dev.gatehouse.ambassador.generate;

import org.jspecify.annotations.NullMarked;
