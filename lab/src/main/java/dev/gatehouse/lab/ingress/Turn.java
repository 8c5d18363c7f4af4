package dev.gatehouse.lab.ingress;

import io.netty.handler.codec.http.HttpObject;

/** Somebody who asks an upstream something. All calls come on the event loop that asked. */
interface Turn {
    /** Why there is no line. */
    enum Failure {
        /** No connection could be made. */
        CONNECT,
        /** More are waiting than the circuit breaker allows. */
        OVERFLOW
    }

    /** A line is there: the request may be written. */
    void opened(Line line);

    /** There will be none. */
    void failed(Failure failure);

    /** A part of the answer; the receiver releases it. */
    void answered(HttpObject part);

    /** What was read together has been handed over. */
    void paused();

    /** The line has ended before the answer did. */
    void broken();

    /** The line takes more again. */
    void writable();
}
