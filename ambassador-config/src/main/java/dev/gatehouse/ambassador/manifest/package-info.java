/**
 * Ambassador's (Emissary-ingress's) custom resources as they were written, with the place of every value.
 *
 * <p>Entry point: {@link dev.gatehouse.ambassador.manifest.Manifests#read}. Pitfall: the API server prunes a field that
 * it does not know without a word, so {@code timeout: 60000} instead of {@code timeout_ms} leaves a Mapping at its
 * default of 3,000 ms; each such field is a finding here.
 */
@NullMarked
package dev.gatehouse.ambassador.manifest;

import org.jspecify.annotations.NullMarked;
