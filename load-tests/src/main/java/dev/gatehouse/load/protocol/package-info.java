/**
 * Calls of gRPC and of WebSockets for load tests and drills, on event loops that are somebody else's. Gatling's own
 * gRPC is no part of its open-source edition, and its WebSockets tell neither when a frame came to the nanosecond nor
 * who refused an upgrade.
 *
 * <p>Entry points: {@code GrpcCalls} and {@code WebSocketCalls}, both {@code Calls}. Pitfall: a gRPC call that failed
 * comes with status 200 of HTTP. Of 100 answers with {@code :status 200} and 4 of them with {@code grpc-status 14} in
 * the trailers, 96 went well.
 */
@NullMarked
package dev.gatehouse.load.protocol;

import org.jspecify.annotations.NullMarked;
