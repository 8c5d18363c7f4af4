/**
 * Tests of the files of load tests.
 *
 * <p>Entry points: {@code RunFolderTest}, {@code MergeTest}. Pitfall: two parts of 1,000 requests each merged are 2,000
 * requests; the mean of their two p99 is nothing.
 */
@NullMarked
package dev.gatehouse.measurements.files;

import org.jspecify.annotations.NullMarked;
