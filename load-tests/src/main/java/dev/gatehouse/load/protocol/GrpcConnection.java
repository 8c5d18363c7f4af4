package dev.gatehouse.load.protocol;

import dev.gatehouse.lab.http.Http2Client;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

/** One connection of gRPC, with the calls on it; those that come while it is dialled wait for it. For one loop. */
final class GrpcConnection extends ChannelInboundHandlerAdapter {
    /** As many as servers allow that don't say how many. */
    private static final long MOST = 100;

    private final Promise<Channel> ready;
    private long most = MOST;
    private long calls;
    private long lastBegun = Long.MAX_VALUE;
    private boolean left;

    private GrpcConnection(Promise<Channel> ready) {
        this.ready = ready;
    }

    /** One that is dialled. */
    static GrpcConnection dial(EventLoop loop, Dialler dialler, ChannelGroup all) {
        GrpcConnection connection = new GrpcConnection(loop.newPromise());
        Dialling.begin(loop, dialler, true, all, pipeline -> {
                    Http2Client.prepare(pipeline);
                    pipeline.addLast(connection);
                })
                .addListener((Future<Channel> dialled) -> {
                    if (dialled.isSuccess()) {
                        connection.ready.trySuccess(dialled.getNow());
                    } else {
                        connection.left = true;
                        connection.ready.tryFailure(dialled.cause());
                    }
                });
        return connection;
    }

    /** Whether one more call may go by it. */
    boolean takesMore() {
        return !left && calls < most;
    }

    boolean hasLeft() {
        return left;
    }

    /**
     * Makes a call.
     *
     * @param alone whether the connection ends with it
     * @param again sends it once more, by another connection
     */
    void ask(Question question, Open open, boolean alone, Runnable again) {
        calls++;
        ready.addListener((Future<Channel> done) -> {
            if (!done.isSuccess()) {
                calls--;
                open.lost(Loss.of(Loss.CONNECT));
            } else if (open.hasEnded()) {
                ended(done.getNow(), alone);
            } else {
                stream(done.getNow(), question, open, alone, again);
            }
        });
    }

    private void stream(Channel channel, Question question, Open open, boolean alone, Runnable again) {
        Stream stream = new Stream();
        GrpcAnswer answer = new GrpcAnswer(open, () -> stream.number > lastBegun, again);
        Http2Client.stream(channel, answer).addListener((Future<Http2StreamChannel> opened) -> {
            if (!opened.isSuccess()) {
                left = true;
                ended(channel, alone);
                if (open.goesAgain()) {
                    again.run();
                } else {
                    open.lost(Loss.of(Loss.RESET));
                }
                return;
            }
            Http2StreamChannel begun = opened.getNow();
            open.stoppedBy(begun::close);
            begun.closeFuture().addListener(closed -> ended(channel, alone));
            Http2Client.send(begun, request(question)).addListener(sent -> {
                if (!sent.isSuccess()) {
                    begun.close();
                }
            });
            stream.number = begun.stream().id();
        });
    }

    /** The number of a stream, which it has when its request was sent. */
    private static final class Stream {
        private int number;
    }

    private void ended(Channel channel, boolean alone) {
        calls--;
        if (alone) {
            channel.close();
        }
    }

    private static FullHttpRequest request(Question question) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                question.path(),
                question.body().get());
        request.headers().set(question.headers());
        request.headers().set("te", "trailers");
        return request;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Http2SettingsFrame settings) {
            Long allowed = settings.settings().maxConcurrentStreams();
            most = allowed == null ? most : Math.min(MOST, allowed);
        } else if (message instanceof Http2GoAwayFrame away) {
            left = true;
            lastBegun = Math.min(lastBegun, away.lastStreamId()); // a second one may say less, and never more
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        left = true;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        left = true;
        context.close();
    }
}
