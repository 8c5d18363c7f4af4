/**
 * Bearer tokens for the lab: signed with a key made at start, verified by whichever hop keeps that promise.
 *
 * <p>Entry point: {@link dev.gatehouse.lab.token.TokenIssuer}. Pitfall: verifying an RS256 signature takes about 0.03
 * ms and signing one 1 ms; a generator that signs a token per request at 1,000/s is busy with nothing else.
 */
@NullMarked
package dev.gatehouse.lab.token;

import org.jspecify.annotations.NullMarked;
