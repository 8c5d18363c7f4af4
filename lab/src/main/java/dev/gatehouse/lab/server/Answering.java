package dev.gatehouse.lab.server;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.model.spec.Protocol;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection of HTTP/1.1, one after the other, or of one stream of HTTP/2. */
final class Answering extends ChannelInboundHandlerAdapter {
    private static final int KEPT = 64 * 1024;

    private final ModelServer server;
    private final List<Served> models;
    private final Deque<HttpObject> queued = new ArrayDeque<>();
    private final ByteBuf body = Unpooled.buffer(0);
    private @Nullable Wish wish;
    private long bodyBytes;
    private boolean answering;

    Answering(ModelServer server, List<Served> models) {
        this.server = server;
        this.models = models;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof WebSocketFrame frame) {
            WebSockets.echo(context.channel(), frame);
        } else if (!(message instanceof HttpObject part)) {
            ReferenceCountUtil.release(message);
        } else if (answering) {
            queued.add(part);
            context.channel().config().setAutoRead(false);
        } else {
            read(context, part);
        }
    }

    private void read(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                ReferenceCountUtil.release(part);
                context.close();
                return;
            }
            wish = Wish.of(request);
            bodyBytes = 0;
            body.clear();
            if (HttpUtil.is100ContinueExpected(request)) {
                context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
        }
        if (part instanceof HttpContent content) {
            bodyBytes += content.content().readableBytes();
            if (bodyBytes <= KEPT) {
                body.writeBytes(content.content());
            }
        }
        boolean last = part instanceof LastHttpContent;
        ReferenceCountUtil.release(part);
        Wish asked = wish;
        if (last && asked != null) {
            answering = true;
            answer(context, new Asking(asked, bodyBytes <= KEPT ? body : Unpooled.EMPTY_BUFFER, bodyBytes));
        }
    }

    private void answer(ChannelHandlerContext context, Asking asking) {
        Served best = null;
        int bestFit = 0;
        for (Served each : models) {
            int fit = each.fit(asking.wish());
            if (fit > bestFit) {
                best = each;
                bestFit = fit;
            }
        }
        if (best == null) {
            send(context, OpenInference.ofServer(models, asking.wish()));
            return;
        }
        long came = best.came();
        Fault fault = best.fault().orElse(null);
        if (fault instanceof Fault.Hang) {
            return;
        }
        if (fault instanceof Fault.Reset) {
            reset(context);
            return;
        }
        if (fault instanceof Fault.Fail fail) {
            send(context, Bodies.text(HttpResponseStatus.valueOf(fail.status()), "the model fails as it was told to"));
            return;
        }
        if (asking.wish().wantsEcho()) {
            send(context, dressed(best, Echo.of(context.channel(), best, asking)));
            best.went();
            return;
        }
        if (best.model().protocol() == Protocol.WEBSOCKET && WebSockets.isAsked(asking.wish())) {
            WebSockets.begin(context.channel(), best, asking.wish());
            return;
        }
        if (OpenInference.isQuestion(asking.wish())) {
            send(context, dressed(best, OpenInference.ofModel(best, asking.wish())));
            return;
        }
        modelled(context, best, asking, asking.wish().number().orElse(came));
    }

    private void modelled(ChannelHandlerContext context, Served best, Asking asking, long number) {
        boolean grpc = Grpc.is(asking.wish().headers().get("content-type", ""));
        if (best.model().isStreamed() && best.model().protocol() != Protocol.WEBSOCKET) {
            new Streaming(server, best, context, () -> done(context, asking.wish())).begin(asking.wish(), number, grpc);
            return;
        }
        Duration time = server.delayed(
                best, asking.wish().time().orElseGet(() -> best.times().answer(number)));
        FullHttpResponse answer =
                grpc ? GrpcInference.answer(best, asking) : Bodies.inference(best, asking.wish(), asking.id());
        answer.headers().set("x-service-time-us", time.toNanos() / 1_000);
        long nanos = server.options().pace().nanos(time);
        if (nanos == 0) {
            best.went();
            send(context, dressed(best, answer));
        } else {
            context.executor()
                    .schedule(
                            () -> {
                                best.went();
                                send(context, dressed(best, answer));
                            },
                            nanos,
                            TimeUnit.NANOSECONDS);
        }
    }

    private static FullHttpResponse dressed(Served served, FullHttpResponse answer) {
        answer.headers()
                .set("x-model", served.model().name())
                .set("x-variant", served.variant().word());
        return answer;
    }

    private void send(ChannelHandlerContext context, FullHttpResponse answer) {
        Wish asked = wish;
        if (!context.channel().isActive() || asked == null) {
            answer.release();
            return;
        }
        if (!HttpUtil.isKeepAlive(asked.request())) {
            answer.headers().set("connection", "close");
        }
        context.writeAndFlush(answer);
        done(context, asked);
    }

    /** The answer has gone; the next request may come. */
    private void done(ChannelHandlerContext context, Wish asked) {
        answering = false;
        wish = null;
        if (context.channel() instanceof Http2StreamChannel) {
            return;
        }
        if (!HttpUtil.isKeepAlive(asked.request())) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        while (!queued.isEmpty() && !answering) {
            read(context, queued.removeFirst());
        }
        if (queued.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
    }

    private static void reset(ChannelHandlerContext context) {
        if (context.channel() instanceof Http2StreamChannel) {
            context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        queued.forEach(ReferenceCountUtil::release);
        queued.clear();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
