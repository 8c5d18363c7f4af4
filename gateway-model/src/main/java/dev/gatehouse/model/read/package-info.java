/**
 * Reads YAML 1.2 and JSON and keeps the place of every value, so that a finding can say file, line and column.
 *
 * <p>Entry point: {@link dev.gatehouse.model.read.YamlReader#read}. Specs, facts, manifests and bounds are all read
 * with it. Pitfall: an alias shares its node instead of copying it, so ten lines of nested aliases can stand for 10^9
 * values; the reader counts what aliases stand for and stops at {@link dev.gatehouse.model.read.Limits#values}.
 */
@NullMarked
package dev.gatehouse.model.read;

import org.jspecify.annotations.NullMarked;
