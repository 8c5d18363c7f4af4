package dev.gatehouse.load;

import dev.gatehouse.load.protocol.Listener;
import dev.gatehouse.load.protocol.Loss;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.schedule.Traffic;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;

/** Hears of one call of gRPC or of a WebSocket until its outcome, as {@link Hearing} does of requests. For one loop. */
final class Heard implements Listener {
    private final Traffic traffic;
    private final Outcome outcome;
    private final Edge edge;
    private final Hearing.End end;
    private final Pieces pieces = new Pieces();

    Heard(Traffic traffic, Edge edge, Outcome outcome, Hearing.End end) {
        this.traffic = traffic;
        this.edge = edge;
        this.outcome = outcome;
        this.end = end;
    }

    /** The request could not be made. */
    void notSent() {
        Failure failure = new Failure("not-sent", "client");
        outcome.failed(failure);
        end.of(false, 0, failure.toString());
    }

    @Override
    public void sentAgain() {
        outcome.count("sent-again");
    }

    @Override
    public void piece() {
        if (traffic.streamed()) {
            pieces.came(System.nanoTime(), true);
        }
    }

    @Override
    public void whole(HttpHeaders told) {
        long now = System.nanoTime();
        if (traffic.streamed()) {
            stream("whole");
        }
        outcome.ok(now, Optional.ofNullable(told.get("x-model")), Optional.ofNullable(told.get("x-variant")));
        end.of(true, 0, "");
    }

    @Override
    public void lost(Loss loss) {
        if (traffic.streamed()
                && (pieces.firstToken().isPresent() || loss.kind().equals(Loss.CUT))) {
            stream("truncated");
        }
        Failure failure = edge.failure(loss);
        outcome.failed(failure);
        end.of(false, 0, failure.toString());
    }

    @Override
    public void timedOut() {
        if (traffic.streamed()) {
            pieces.cameNoMore(System.nanoTime());
            outcome.streamed(pieces);
        }
        outcome.timedOut();
        end.of(false, 0, "timed out");
    }

    private void stream(String how) {
        outcome.streamed(pieces);
        outcome.count("stream/" + traffic.model() + "/" + how);
    }
}
