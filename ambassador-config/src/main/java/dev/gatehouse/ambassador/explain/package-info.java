/**
 * Explains what becomes of one request: which route takes it and why, and why every other Mapping that looks related
 * does not.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.explain.Explanation#of}. Pitfall: a path is matched by its text, not
 * by its segments. A Mapping with prefix {@code /m} (2 characters) takes {@code /m2}, and one with {@code /m/} (3) does
 * not take {@code /m}.
 */
@NullMarked
package dev.gatehouse.ambassador.explain;

import org.jspecify.annotations.NullMarked;
