/** Intervals of paths against hand calculations. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.model.latency;
