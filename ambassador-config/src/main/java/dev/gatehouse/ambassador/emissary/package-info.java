/**
 * Compiles manifests into a route table by the rules of Emissary-ingress 4's own configuration compiler.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.emissary.EmissaryRoutes#of}. Pitfall: the order of the names decides.
 * Of {@code a} without and {@code b} with {@code connect_timeout_ms} in one group, {@code b} is refused and {@code a}
 * gets 100 %; renamed to {@code b} and {@code a}, both are accepted and share.
 */
@NullMarked
package dev.gatehouse.ambassador.emissary;

import org.jspecify.annotations.NullMarked;
