/** Holds the configurations against a real Envoy. */
@NullMarked
package dev.gatehouse.ambassador.envoy;

import org.jspecify.annotations.NullMarked;
