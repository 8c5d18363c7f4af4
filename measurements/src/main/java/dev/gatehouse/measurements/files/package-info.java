/**
 * The files of a load test: a folder for each round with one {@code .hlog} per contestant, {@code rounds.csv}, and
 * {@code result.json}.
 *
 * <p>Entry points: {@link dev.gatehouse.measurements.files.RunFolder} while a run goes on,
 * {@link dev.gatehouse.measurements.files.ResultFile} afterwards. Pitfall: a round that was interrupted in its third of
 * seven contestants is no round; each is written to a hidden folder that takes its name at the end, so that a run
 * resumes at the first round that is not complete.
 */
@NullMarked
package dev.gatehouse.measurements.files;

import org.jspecify.annotations.NullMarked;
