/** Pages of every comparison. Pitfall: 1 text that is not escaped is enough to run a stranger's script. */
@NullMarked
package dev.gatehouse.report.page;

import org.jspecify.annotations.NullMarked;
