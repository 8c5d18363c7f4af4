package dev.gatehouse.load.protocol;

import io.netty.handler.codec.http.HttpHeaders;

/** Is told of one call. The last three methods are ends, of which it is told exactly one, and nothing after it. */
public interface Listener {
    /** Whoever was asked had not begun with it, and said so; it is sent once more, by another connection. */
    void sentAgain();

    /** A piece of the answer came: a message of gRPC, or a frame of a WebSocket's message. */
    void piece();

    /**
     * The answer is there as a whole, and well.
     *
     * @param told the headers of the answer; of an upgrade for the call that made it, and else none
     */
    void whole(HttpHeaders told);

    /** There is no proper answer. */
    void lost(Loss loss);

    /** There was none within the limit. */
    void timedOut();
}
