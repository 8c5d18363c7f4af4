/**
 * Folders that are written as a whole or not at all.
 *
 * <p>Entry point: {@link dev.gatehouse.report.folder.OwnFolder}. Pitfall: a run that fails at file 40 of 60 must leave
 * the 60 old files as they were, not 39 new ones among 21 old ones; so files go into a new folder beside the old one,
 * and the two change places at the end.
 */
@NullMarked
package dev.gatehouse.report.folder;

import org.jspecify.annotations.NullMarked;
