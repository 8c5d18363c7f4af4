/**
 * JSON of every comparison, against the published schemas. Pitfall: a schema that allows 1 key too many never fails.
 */
@NullMarked
package dev.gatehouse.report.write;

import org.jspecify.annotations.NullMarked;
