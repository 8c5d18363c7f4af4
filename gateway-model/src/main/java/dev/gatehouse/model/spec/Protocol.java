package dev.gatehouse.model.spec;

/** How a model speaks. */
public enum Protocol {
    /** HTTP/1.1 requests and answers; the default. */
    HTTP("http"),
    /** gRPC over HTTP/2. */
    GRPC("grpc"),
    /** A WebSocket opened by an HTTP/1.1 upgrade. */
    WEBSOCKET("websocket");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** The word of the spec. */
    public String word() {
        return word;
    }
}
