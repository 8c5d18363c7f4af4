/**
 * Numbers that never travel without their unit: times, sizes, rates, shares, money, and {@code Quantity} for any of
 * them.
 *
 * <p>Entry point: {@link dev.gatehouse.model.unit.Quantity#parse}, or the {@code parse} of the type that is wanted.
 * Pitfall: KB is 1,000 bytes and KiB 1,024, so the gateway's limit of 10 MiB takes a body of 10 MB with 485,760 bytes
 * to spare, and a body of 10.4 MB too.
 */
@NullMarked
package dev.gatehouse.model.unit;

import org.jspecify.annotations.NullMarked;
