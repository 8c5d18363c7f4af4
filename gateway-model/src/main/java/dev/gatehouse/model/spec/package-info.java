/**
 * What an architect writes: what a platform serves and promises, never how.
 *
 * <p>Entry point: {@link dev.gatehouse.model.spec.PlatformSpec}, built in Java or read from YAML with the same words.
 * Pitfall: sizes here are powers of ten (6 KB is 6,000 bytes) while AWS's limits are powers of two (8 KiB is 8,192).
 */
@NullMarked
package dev.gatehouse.model.spec;

import org.jspecify.annotations.NullMarked;
