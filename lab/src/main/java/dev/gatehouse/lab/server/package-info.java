/**
 * The models of a platform as servers on loopback: they take as long as the spec says, say which variant answered,
 * count, and can be told to fail.
 *
 * <p>Entry point: {@link dev.gatehouse.lab.server.ModelServer#start}. Pitfall: service times are drawn by a request's
 * number and not by its place in the run, so that every design meets the same ones. Of two designs that get requests 1
 * to 1,000, both wait for the same ten slowest; with independent draws their p99 would differ by chance alone, for
 * answers of 80 ms by about 10 ms.
 */
@NullMarked
package dev.gatehouse.lab.server;

import org.jspecify.annotations.NullMarked;
