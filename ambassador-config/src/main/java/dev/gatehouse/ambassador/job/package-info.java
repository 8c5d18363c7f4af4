/**
 * A load generator as a Kubernetes Indexed Job: several pods, each of which sends its part of one schedule.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.job.LoadJob}. Pitfall: a Job may run its pods one after another when
 * a node is full; 4 pods with room for 3 would send 150 of 200 requests a second and then 50 alone, so all pods run at
 * once ({@code parallelism} = {@code completions}) and none begins before the last one is there.
 */
@NullMarked
package dev.gatehouse.ambassador.job;

import org.jspecify.annotations.NullMarked;
