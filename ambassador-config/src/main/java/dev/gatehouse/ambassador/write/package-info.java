/**
 * Writes route tables and explanations: as JSON for programs, as text for terminals.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.write.RoutesJson#write}. Pitfall: {@code percentBelow} in the JSON is
 * cumulative, so 10 and 100 mean 10 % and 90 %; the text shows the shares.
 */
@NullMarked
package dev.gatehouse.ambassador.write;

import org.jspecify.annotations.NullMarked;
