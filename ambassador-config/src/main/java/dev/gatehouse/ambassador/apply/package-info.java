/**
 * Resources on their way into a cluster.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.apply.Apply}. Pitfall: a plain create drops what it does not know, so
 * 1 misspelt field of 40 is a resource with 39; every apply here is validated strictly and refused as a whole.
 */
@NullMarked
package dev.gatehouse.ambassador.apply;

import org.jspecify.annotations.NullMarked;
