/**
 * The data path of any topology on loopback, in one JVM.
 *
 * <p>Entry point: {@code Lab}. Pitfall: a lab measures stand-ins and not AWS; a hop here adds about 0.1 ms where the
 * real one adds 1 ms or more, so that only what is done per request compares.
 */
@NullMarked
package dev.gatehouse.lab;

import org.jspecify.annotations.NullMarked;
