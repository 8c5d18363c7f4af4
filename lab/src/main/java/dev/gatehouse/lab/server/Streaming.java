package dev.gatehouse.lab.server;

import dev.gatehouse.lab.http.Grpc;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An answer in pieces: server-sent events, or messages of gRPC. The head goes with the first piece. */
final class Streaming {
    private static final int PIECES = 8;
    private static final int TOKEN_BYTES = 64;

    private final ModelServer server;
    private final Served served;
    private final ChannelHandlerContext context;
    private final Runnable done;
    private boolean grpc;
    private boolean begun;
    private boolean keepAlive = true;
    private int sent;

    Streaming(ModelServer server, Served served, ChannelHandlerContext context, Runnable done) {
        this.server = server;
        this.served = served;
        this.context = context;
        this.done = done;
    }

    void begin(Wish wish, long number, boolean speaksGrpc) {
        grpc = speaksGrpc;
        keepAlive = HttpUtil.isKeepAlive(wish.request());
        next(pauses(wish, number).iterator());
    }

    /** As drawn, unless the request says otherwise. */
    private List<Duration> pauses(Wish wish, long number) {
        List<Duration> drawn = served.times().stream(number);
        if (wish.time().isEmpty() && wish.gap().isEmpty() && wish.whole().isEmpty()) {
            return drawn;
        }
        Duration first = wish.time().orElse(drawn.get(0));
        Duration gap = wish.gap()
                .orElseGet(() -> wish.whole()
                        .map(whole -> whole.minus(first).dividedBy(PIECES - 1))
                        .orElse(Duration.ZERO));
        List<Duration> pauses = new ArrayList<>(List.of(first));
        if (wish.whole().isPresent() && !gap.isZero() && !gap.isNegative()) {
            Duration left = wish.whole().get().minus(first);
            while (left.compareTo(gap) >= 0) {
                pauses.add(gap);
                left = left.minus(gap);
            }
        } else {
            for (int i = 1; i < PIECES; i++) {
                pauses.add(gap.isNegative() ? Duration.ZERO : gap);
            }
        }
        return pauses;
    }

    private void next(Iterator<Duration> pauses) {
        Duration pause = server.delayed(served, pauses.next());
        long nanos = server.options().pace().nanos(pause);
        if (nanos == 0) {
            piece(pauses);
        } else {
            context.executor().schedule(() -> piece(pauses), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void piece(Iterator<Duration> pauses) {
        if (!context.channel().isActive()) {
            return;
        }
        if (!begun) {
            begun = true;
            context.write(head());
        }
        context.writeAndFlush(new DefaultHttpContent(grpc ? message() : event()));
        if (pauses.hasNext()) {
            next(pauses);
            return;
        }
        served.went();
        context.writeAndFlush(end());
        done.run();
    }

    private HttpResponse head() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set("content-type", grpc ? Grpc.CONTENT_TYPE : "text/event-stream")
                .set("transfer-encoding", "chunked")
                .set("x-model", served.model().name())
                .set("x-variant", served.variant().word());
        if (!keepAlive) {
            head.headers().set("connection", "close");
        }
        return head;
    }

    private ByteBuf event() {
        StringBuilder text =
                new StringBuilder("data: {\"token\":").append(sent++).append('}');
        while (text.length() < TOKEN_BYTES - 2) {
            text.append(' ');
        }
        return Unpooled.wrappedBuffer(text.append("\n\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private ByteBuf message() {
        sent++;
        return Grpc.framed(GrpcInference.inferred(served, TOKEN_BYTES).bytes());
    }

    private LastHttpContent end() {
        if (!grpc) {
            return new DefaultLastHttpContent(
                    Unpooled.wrappedBuffer("data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII)));
        }
        LastHttpContent end = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
        end.trailingHeaders().set("grpc-status", String.valueOf(Grpc.OK));
        return end;
    }
}
