/**
 * Speaks HTTP/1.1 and HTTP/2 on either side of a connection, and gRPC on top, so that who serves or forwards requests
 * sees requests only.
 *
 * <p>Entry points: {@link dev.gatehouse.lab.http.HttpServing} and {@link dev.gatehouse.lab.http.Grpc}. Pitfall: the
 * length in front of a gRPC message is no part of the message: one of 10 bytes is 15 on the wire, and two of them may
 * come in one frame or one in two.
 */
@NullMarked
package dev.gatehouse.lab.http;

import org.jspecify.annotations.NullMarked;
