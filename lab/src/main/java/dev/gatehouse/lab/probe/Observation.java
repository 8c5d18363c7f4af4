package dev.gatehouse.lab.probe;

import java.util.Optional;

/**
 * What one probe saw.
 *
 * @param observed whether the promise holds
 * @param hop the kind of the hop that stopped the request; empty where none did
 * @param detail what was tried and what came back
 */
record Observation(Observed observed, Optional<String> hop, String detail) {
    static Observation kept(String detail) {
        return new Observation(Observed.KEPT, Optional.empty(), detail);
    }

    static Observation missing(String detail) {
        return new Observation(Observed.NOT_KEPT, Optional.empty(), detail);
    }

    static Observation stopped(Bench.Target target, Reply reply, String detail) {
        return new Observation(Observed.NOT_KEPT, Optional.of(target.stoppedBy(reply)), detail + ": " + reply);
    }

    static Observation of(boolean kept, String detail) {
        return kept ? kept(detail) : missing(detail);
    }
}
