/**
 * Writes a route table as the bootstrap configuration of an Envoy, so that what the manifests do can be tried without a
 * cluster: listeners, routes and clusters as Emissary hands them over, with addresses of one's own choice.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.envoy.EnvoyBootstrap#of}. Pitfall: the numerators of
 * {@code runtime_fraction} are cumulative for routes and, wrongly, for TCP too. Routes with 10 and 100 get 10 % and 90
 * %; TCP targets with 10 and 100 get 10 of 110 and 100 of 110 connections, 9.1 % and 90.9 %.
 */
@NullMarked
package dev.gatehouse.ambassador.envoy;

import org.jspecify.annotations.NullMarked;
