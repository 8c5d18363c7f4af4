/**
 * Tests of units: what is written, what is read back, and how quantities of one dimension compare.
 *
 * <p>Entry point: {@code UnitsTest}. Pitfall: 60 s and 1 min compare as one amount and are two values.
 */
@NullMarked
package dev.gatehouse.model.unit;

import org.jspecify.annotations.NullMarked;
