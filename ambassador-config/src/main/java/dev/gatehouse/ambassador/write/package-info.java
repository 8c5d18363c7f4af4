/**
 * Writes resources as YAML that people read, and route tables and explanations: as JSON for programs, as text for
 * terminals.
 *
 * <p>Entry points: {@link dev.gatehouse.ambassador.write.YamlText#of} and
 * {@link dev.gatehouse.ambassador.write.RoutesJson#write}. Pitfalls: the API server reads YAML 1.1, where the plain
 * word {@code on} is true and {@code 12:30} is the number 750, so what could be read as anything but text is quoted;
 * {@code percentBelow} in the JSON is cumulative, so 10 and 100 mean 10 % and 90 %.
 */
@NullMarked
package dev.gatehouse.ambassador.write;

import org.jspecify.annotations.NullMarked;
