/** Tests of folders that are replaced as a whole. Pitfall: of 2 runs at once neither may see the other's half. */
@NullMarked
package dev.gatehouse.report.folder;

import org.jspecify.annotations.NullMarked;
