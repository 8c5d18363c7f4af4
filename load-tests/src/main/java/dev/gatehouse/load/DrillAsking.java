package dev.gatehouse.load;

import dev.gatehouse.load.protocol.Listener;
import dev.gatehouse.load.protocol.Loss;
import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One request of a drill until its outcome, of which it has exactly one. Lives on the loop of its client. */
final class DrillAsking implements Listener {
    private final Exchange exchange;
    private final DrillLosses losses;
    private final Edge edge;
    private @Nullable Channel channel;
    private @Nullable Future<?> limit;

    /**
     * A request that leaves.
     *
     * @param edge whom losses are put down to
     */
    DrillAsking(Exchange exchange, DrillLosses losses, Edge edge) {
        this.exchange = exchange;
        this.losses = losses;
        this.edge = edge;
    }

    void closes(Channel used) {
        channel = used;
    }

    void limitedBy(Future<?> timer) {
        limit = timer;
    }

    void noConnection() {
        failed(Failure.connect(edge.hop()));
    }

    void brokenOff(boolean answerBegan) {
        failed(answerBegan ? Failure.cut(edge.hop()) : Failure.reset(edge.hop()));
    }

    void answered(HttpResponse answer) {
        int status = answer.status().code();
        if (status >= 300) {
            failed(Failure.status(status, edge.answered(answer.headers())));
        } else {
            ended(exchange.ok(System.nanoTime()), false);
        }
    }

    @Override
    public void sentAgain() {
        // it is the same request
    }

    @Override
    public void piece() {
        // a drill asks for outcomes only
    }

    @Override
    public void whole(HttpHeaders told) {
        ended(exchange.ok(System.nanoTime()), false);
    }

    @Override
    public void lost(Loss loss) {
        failed(edge.failure(loss));
    }

    @Override
    public void timedOut() {
        boolean first = exchange.timedOut();
        ended(first, true);
        Channel used = channel;
        if (first && used != null) {
            used.close();
        }
    }

    private void failed(Failure failure) {
        ended(exchange.failed(failure), true);
    }

    private void ended(boolean first, boolean lost) {
        if (!first) {
            return;
        }
        Future<?> timer = limit;
        if (timer != null) {
            timer.cancel(false);
        }
        losses.ended(lost);
    }
}
