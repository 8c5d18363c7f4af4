/**
 * How long Ambassador's manifests take to be read, compiled and linted, and how that grows.
 *
 * <p>Entry point: {@link dev.gatehouse.benchmarks.ambassador.ManifestsBenchmark}. Pitfall: a first run is not a warm
 * one. A command line compiles its manifests once, in a JVM that has just started; a number after a hundred warm rounds
 * is a tenth of what a user waits.
 */
@NullMarked
package dev.gatehouse.benchmarks.ambassador;

import org.jspecify.annotations.NullMarked;
