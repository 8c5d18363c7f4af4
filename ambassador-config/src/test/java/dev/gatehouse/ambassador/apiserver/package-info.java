/**
 * A real Kubernetes API server to hold manifests, rights and reports of pods against.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.apiserver.ApiServer}, which a test method takes as a parameter.
 * Pitfall: there are no controllers and no nodes behind it, so a Job with 3 parts gets 0 pods until the test makes
 * them, and a namespace once deleted stays terminating for ever: take a new name instead.
 */
@NullMarked
package dev.gatehouse.ambassador.apiserver;

import org.jspecify.annotations.NullMarked;
