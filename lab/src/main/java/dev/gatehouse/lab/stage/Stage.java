package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.net.Endpoint;

/** A stand-in of one listener of one hop. Thread-safe. */
public sealed interface Stage permits Pump, Proxy {
    /** Where it listens. */
    Endpoint endpoint();

    /** What it counts. */
    Tally tally();

    /**
     * Breaks every connection to the targets, as a target that crashes does.
     *
     * @return how many there were
     */
    int resetUpstream();
}
