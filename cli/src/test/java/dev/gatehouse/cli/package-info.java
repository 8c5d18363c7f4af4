/**
 * Tests of the command line: each runs calls in this process and looks at exit status, data, messages and files.
 *
 * <p>Entry point: {@link dev.gatehouse.cli.Ran}. Pitfall: a call reads the day from its surroundings; a test that let
 * it read the machine's clock would pass 364 days a year.
 */
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
