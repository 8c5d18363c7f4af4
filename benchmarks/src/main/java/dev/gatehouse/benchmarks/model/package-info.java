/**
 * How long the model takes to answer.
 *
 * <p>Entry point: {@code ./benchmarks/run ExploreBenchmark}. Pitfall: the first run reads and compiles nothing yet; 108
 * paths take about a hundred times as long cold as they take warm, so a benchmark of one shot says little about a
 * program that explores hundreds of platforms.
 */
@NullMarked
package dev.gatehouse.benchmarks.model;

import org.jspecify.annotations.NullMarked;
