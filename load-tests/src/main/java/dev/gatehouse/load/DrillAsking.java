package dev.gatehouse.load;

import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One request of a drill until its outcome, of which it has exactly one. Lives on the loop of its client. */
final class DrillAsking {
    private static final String HOP = "x-gatehouse-hop";
    private static final String MODEL = "x-model";

    private final Exchange exchange;
    private final DrillLosses losses;
    private final String edge;
    private final String behind;
    private @Nullable Channel channel;
    private @Nullable Future<?> limit;

    /**
     * A request that leaves.
     *
     * @param edge the hop that the client is connected to: whatever breaks a connection off, it is the one that does it
     * @param behind the hop that answers without giving its name: the ingress, or the model where there is none
     */
    DrillAsking(Exchange exchange, DrillLosses losses, String edge, String behind) {
        this.exchange = exchange;
        this.losses = losses;
        this.edge = edge;
        this.behind = behind;
    }

    void closes(Channel used) {
        channel = used;
    }

    void limitedBy(Future<?> timer) {
        limit = timer;
    }

    void noConnection() {
        failed(Failure.connect(edge));
    }

    void brokenOff(boolean answerBegan) {
        failed(answerBegan ? Failure.cut(edge) : Failure.reset(edge));
    }

    void answered(HttpResponse answer) {
        int status = answer.status().code();
        if (status >= 400) {
            failed(Failure.status(status, hop(answer)));
        } else {
            ended(exchange.ok(System.nanoTime()), false);
        }
    }

    void timedOut() {
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

    private String hop(HttpResponse answer) {
        String named = answer.headers().get(HOP);
        if (named != null) {
            return named.toLowerCase(Locale.ROOT);
        }
        return answer.headers().contains(MODEL) ? "model-service" : behind;
    }
}
