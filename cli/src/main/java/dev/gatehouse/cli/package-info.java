/**
 * The {@code gatehouse} command: one class per subcommand, and nothing that another module could not do without it.
 * Start at {@link dev.gatehouse.cli.Gatehouse}.
 *
 * <p>The pitfall is the time to start: a shell loop over 100 specs at 1.2 s each waits two minutes, at 0.3 s half a
 * minute. So a subcommand is built when it is called, and the launcher maps classes from an archive.
 */
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
