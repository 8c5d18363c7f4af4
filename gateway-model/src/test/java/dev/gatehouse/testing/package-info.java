/**
 * What the tests of every module share. Start at {@link dev.gatehouse.testing.Goldens} and
 * {@link dev.gatehouse.testing.Tool}.
 *
 * <p>The pitfall is a golden that nothing compares any more: 5 designs with 4 goldens each are 20 files; rename one
 * design and 4 of them stay behind, green for ever, because no test opens them. So each comparison claims its golden,
 * and a whole run of a module's tests fails with the 4 names that were never claimed.
 */
@NullMarked
package dev.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
