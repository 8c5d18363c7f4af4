/**
 * What load tests measured, and what may be said of it.
 *
 * <p>Entry point: {@code Measurement}. Pitfall: one run of each design is one sample of each, however many requests it
 * sent; with 14 rounds there are 14 paired differences, and the interval is over those.
 */
@NullMarked
package dev.gatehouse.measurements;

import org.jspecify.annotations.NullMarked;
