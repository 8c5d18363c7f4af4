package dev.gatehouse.lab.stage;

import java.util.Locale;

/** Why a stage did not pass something on. */
public enum Reason {
    /** No target was there, or it did not take the connection. */
    NO_TARGET,
    /** The connection to the target broke before the answer was whole. */
    TARGET_LEFT,
    /** The client went away before its answer was whole. */
    CLIENT_LEFT,
    /** A handshake failed: a client certificate is missing or not trusted, or it was no TLS. */
    HANDSHAKE,
    /** Nothing moved for longer than the stage waits. */
    IDLE,
    /** The whole answer took longer than the stage waits. */
    TIMEOUT,
    /** What arrived is no HTTP that the stage understands. */
    MALFORMED,
    /** A request line is too long. */
    LONG_LINE,
    /** The headers are too long. */
    LONG_HEADERS,
    /** The request's body is too long. */
    LONG_BODY,
    /** The answer's body is too long. */
    LONG_ANSWER,
    /** The host is none of the stage's. */
    UNKNOWN_HOST,
    /** The path is not published. */
    UNKNOWN_PATH,
    /** The stage does not carry gRPC. */
    NO_GRPC,
    /** The stage does not carry WebSockets. */
    NO_WEBSOCKET,
    /** A rule of the firewall blocks. */
    FIREWALL,
    /** More requests than allowed. */
    RATE_LIMIT,
    /** No API key, or an unknown one. */
    API_KEY,
    /** No token, or one that does not verify. */
    TOKEN;

    /** The word of counts and of {@code x-gatehouse-reason}, such as {@code long-body}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
