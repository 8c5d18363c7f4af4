/**
 * Finds the traps in Ambassador's manifests: what Emissary takes without a word, and does otherwise than was meant.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.lint.Lint#of}. Pitfall: two Mappings of one group with weights 10 and
 * 20 leave 70 % of the requests to whatever route comes next, or to a 404; only a Mapping without a weight takes the
 * rest.
 */
@NullMarked
package dev.gatehouse.ambassador.lint;

import org.jspecify.annotations.NullMarked;
