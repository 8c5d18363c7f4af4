/**
 * How fast the hops of the lab are, against a program that people use for the same.
 *
 * <p>Entry points: {@link dev.gatehouse.benchmarks.lab.OneHop}, and the script {@code benchmarks/hops}. Pitfall: a
 * server and a generator that are slower than the hop measure themselves: if haproxy's core is busy for 60 % of the
 * time, a hop that needs half as much again looks equal.
 */
@NullMarked
package dev.gatehouse.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
