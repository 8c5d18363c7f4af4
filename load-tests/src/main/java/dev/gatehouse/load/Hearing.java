package dev.gatehouse.load;

import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.schedule.Traffic;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.impl.RequestTimeoutException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hears of one request, from Gatling's client, until its outcome, of which it has exactly one. Why there is no answer
 * follows from how far it came: to no connection, to no head of an answer, or not to its end. Lives on the loop of its
 * user.
 */
final class Hearing implements HttpListener {
    private static final String MODEL = "x-model";
    private static final String VARIANT = "x-variant";

    /** URLs whose streams end with a mark of their own: OpenAI's protocol has one, and a path of its own. */
    private static final Pattern MARKED = Pattern.compile("[a-z]+://[^/?#]+(/[^?#]*)?/completions/*([?#].*)?");

    /** Told when the request has its outcome. */
    interface End {
        /**
         * It has.
         *
         * @param good whether the answer is the one that was asked for
         * @param status of the answer; 0 if there was none
         * @param why what went wrong; empty if nothing did
         */
        void of(boolean good, int status, String why);
    }

    private final Traffic traffic;
    private final Outcome outcome;
    private final End end;
    private final boolean marked;
    private final Edge edge;
    private final Pieces pieces = new Pieces();
    private final Events events = new Events();
    private int sent;
    private boolean written;
    private boolean isOfEvents;
    private int status;
    private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
    private boolean ended;

    Hearing(Traffic traffic, Call call, Outcome outcome, End end) {
        this.traffic = traffic;
        this.outcome = outcome;
        this.end = end;
        this.marked = MARKED.matcher(call.url()).matches();
        this.edge = Edge.of(call);
    }

    /** The request could not be made. */
    void notSent() {
        failed(new Failure("not-sent", "client"));
    }

    @Override
    public void onFinalClientRequest(Request request) {
        // what was asked for is known
    }

    /** Also called before a second try: a kept connection may have closed while the request was under way. */
    @Override
    public void onSend() {
        written = false;
        if (++sent > 1) {
            outcome.count("sent-again");
        }
    }

    @Override
    public void onWrite(Channel channel) {
        written = true;
    }

    @Override
    public void onHttpResponse(HttpResponseStatus answered, HttpHeaders told) {
        status = answered.code();
        headers = told;
        isOfEvents = told.get("content-type", "").toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    @Override
    public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
        long now = System.nanoTime();
        if (ended) {
            return;
        }
        if (isStream() && chunk.isReadable()) {
            if (isOfEvents) {
                events.read(chunk);
            }
            pieces.came(now, !isOfEvents || events.hasData());
        }
        if (last) {
            complete(now);
        }
    }

    private void complete(long now) {
        if (!isSuccess()) {
            failed(Failure.status(status, edge.answered(headers)));
        } else if (isStream() && isOfEvents && marked && !events.hasEnded()) {
            truncated();
        } else {
            stream("whole");
            outcome.ok(now, header(MODEL), header(VARIANT));
            end(true, "");
        }
    }

    @Override
    public void onThrowable(Throwable cause) {
        if (ended) {
            return;
        }
        if (cause instanceof RequestTimeoutException) {
            if (traffic.streamed()) {
                pieces.cameNoMore(System.nanoTime());
                outcome.streamed(pieces);
            }
            outcome.timedOut();
            end(false, "timed out");
        } else if (!written) {
            failed(Failure.connect(edge.hop()));
        } else if (!(cause instanceof IOException)) {
            failed(Failure.wrong(edge.brokeOff(headers)));
        } else if (status == 0) {
            failed(Failure.reset(edge.hop()));
        } else {
            truncated();
        }
    }

    private void truncated() {
        stream("truncated");
        failed(Failure.cut(edge.brokeOff(headers)));
    }

    private void stream(String how) {
        if (isStream()) {
            outcome.streamed(pieces);
            outcome.count("stream/" + traffic.model() + "/" + how);
        }
    }

    private boolean isStream() {
        return traffic.streamed() && isSuccess();
    }

    /** A redirection is none: the model has not been asked. */
    private boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    private void failed(Failure failure) {
        outcome.failed(failure);
        end(false, failure.toString());
    }

    private void end(boolean good, String why) {
        ended = true;
        end.of(good, status, why);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
