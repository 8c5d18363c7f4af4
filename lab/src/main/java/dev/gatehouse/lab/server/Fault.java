package dev.gatehouse.lab.server;

import java.time.Duration;

/** What goes wrong with a model's answers. */
public sealed interface Fault {
    /**
     * It answers with an error at once.
     *
     * @param status 400 to 599
     */
    record Fail(int status) implements Fault {}

    /** It takes requests and never answers. */
    record Hang() implements Fault {}

    /** It breaks the connection off when it has read the request. */
    record Reset() implements Fault {}

    /**
     * It takes longer.
     *
     * @param more by how much, in the lab's time
     */
    record Slow(Duration more) implements Fault {}
}
