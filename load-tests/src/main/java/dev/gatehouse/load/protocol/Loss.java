package dev.gatehouse.load.protocol;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Why a call has no proper answer.
 *
 * @param kind as failures are counted: {@code status-415}, {@code grpc-14}, {@code closed-1011} for a WebSocket that
 *     was closed with that code, {@link #CONNECT}, {@link #RESET}, {@link #CUT} or {@link #WRONG}
 * @param told the headers of the answer, as far as there is one
 */
public record Loss(String kind, HttpHeaders told) {
    /** No connection, no TLS, or no HTTP/2 where it is needed. */
    public static final String CONNECT = "connect";

    /** Closed or reset before the answer began. */
    public static final String RESET = "reset";

    /** Closed or reset within the answer, or gRPC without its status at the end. */
    public static final String CUT = "cut";

    /** Neither gRPC nor a WebSocket. */
    public static final String WRONG = "wrong-answer";

    static Loss of(String kind) {
        return new Loss(kind, EmptyHttpHeaders.INSTANCE);
    }

    /** Whether somebody answered, and the answer says that it is none: whoever it was may have left a name. */
    public boolean isAnswer() {
        return !kind.equals(CONNECT) && !kind.equals(RESET) && !kind.equals(CUT) && !kind.equals(WRONG);
    }
}
