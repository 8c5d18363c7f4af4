package dev.gatehouse.load;

import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.schedule.Arrival;
import java.util.Optional;

/**
 * Where the outcome of one request is recorded; while a contestant warms up, nowhere.
 *
 * @param recorder of the turn; empty during the warm-up
 * @param exchange the request, from the moment at which it left; there if the recorder is
 * @param arrival what was asked for
 */
record Outcome(Optional<Recorder> recorder, Optional<Exchange> exchange, Arrival arrival) {
    /** A request leaves now. */
    static Outcome begin(Turn.Place place, long nowNanos) {
        return new Outcome(
                place.recorder(),
                place.recorder().map(recorder -> recorder.sent(place.dueNanos(), nowNanos)),
                place.arrival());
    }

    /** The answer is complete; {@code variant} of {@code model} gave it, where the answer says so. */
    void ok(long atNanos, Optional<String> model, Optional<String> variant) {
        exchange.ifPresent(open -> open.ok(atNanos));
        if (!arrival.pinned() && model.isPresent() && variant.isPresent()) {
            count("variant/" + model.get() + "/" + variant.get());
        }
    }

    void failed(Failure failure) {
        exchange.ifPresent(open -> open.failed(failure));
    }

    void timedOut() {
        exchange.ifPresent(Exchange::timedOut);
    }

    /** When the first token of a streamed answer came, and how long it was silent at most after that. */
    void streamed(Pieces pieces) {
        pieces.firstToken().ifPresent(at -> exchange.ifPresent(open -> open.firstToken(at)));
        pieces.longestGap().ifPresent(gap -> exchange.ifPresent(open -> open.longestGap(gap)));
    }

    void count(String what) {
        recorder.ifPresent(all -> all.count(what));
    }
}
