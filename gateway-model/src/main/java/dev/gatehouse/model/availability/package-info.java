/**
 * What the published service levels along an entry's path come to when every hop must work, and which hops have none.
 *
 * <p>Entry point: {@link dev.gatehouse.model.availability.Availability#of}. Pitfall: levels multiply, so three hops at
 * 99.99 % promise 99.97 %, 13.1 minutes of a month of 730 hours, and not the 4.4 minutes of one of them.
 */
@NullMarked
package dev.gatehouse.model.availability;

import org.jspecify.annotations.NullMarked;
