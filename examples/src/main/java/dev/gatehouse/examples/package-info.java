/**
 * Small programs that embed Gatehouse, each run by a test.
 *
 * <p>Entry point: {@link dev.gatehouse.examples.CompareDesigns}. Pitfall: a comparison is of one day. Of the 5 designs
 * of the study, 2 could not stream an answer on 2020-11-19; today all 5 can.
 */
@NullMarked
package dev.gatehouse.examples;

import org.jspecify.annotations.NullMarked;
