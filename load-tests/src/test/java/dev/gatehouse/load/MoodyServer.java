package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that treats each request as its number says: well, or in one of the ways in which an answer is lost. */
final class MoodyServer implements AutoCloseable {
    /** How a request for one answer is treated. */
    enum Mood {
        GOOD,
        REFUSED,
        MOVED,
        RESET,
        NONSENSE,
        HALF,
        LATE,
        STALE;

        static Mood of(long number) {
            return values()[(int) (number % values().length)];
        }
    }

    /** How a request for a stream is treated. */
    enum Flow {
        WHOLE,
        CUT,
        UNMARKED,
        SILENT;

        static Flow of(long number) {
            return values()[(int) (number % values().length)];
        }
    }

    /** From the request to the first token; a comment comes at once. */
    static final Duration FIRST = Duration.ofMillis(30);

    /** From the first token to the second, and last. */
    static final Duration GAP = Duration.ofMillis(60);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel listening;
    private final Duration late;

    /** How many kept connections were closed with a request on them that would have been answered on a new one. */
    final AtomicInteger stale = new AtomicInteger();

    /** A server whose late answers take so long. */
    MoodyServer(Duration late) {
        this.late = late;
        listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(100_000), new Answers());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
        private boolean used;

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            long number = Long.parseLong(request.headers().get("x-gatehouse-request"));
            if (request.uri().endsWith("/completions")) {
                stream(context, Flow.of(number));
            } else {
                answer(context, Mood.of(number));
            }
            used = true;
        }

        private void answer(ChannelHandlerContext context, Mood mood) {
            switch (mood) {
                case GOOD -> context.writeAndFlush(full(200));
                case REFUSED -> context.writeAndFlush(full(503));
                case MOVED -> context.writeAndFlush(full(301));
                case RESET -> reset(context);
                case NONSENSE ->
                    context.pipeline()
                            .context(HttpServerCodec.class)
                            .writeAndFlush(Unpooled.copiedBuffer("nonsense\r\n\r\n", US_ASCII));
                case HALF -> {
                    context.write(head("content-length", "100", "application/json"));
                    context.writeAndFlush(piece("half"));
                    context.close();
                }
                case LATE -> after(context, late, () -> context.writeAndFlush(full(200)));
                case STALE -> {
                    if (used) {
                        stale.incrementAndGet();
                        context.close();
                    } else {
                        context.writeAndFlush(full(200));
                    }
                }
            }
        }

        private void stream(ChannelHandlerContext context, Flow flow) {
            context.write(head("transfer-encoding", "chunked", "text/event-stream"));
            context.writeAndFlush(piece(": wait\n\n"));
            if (flow == Flow.SILENT) {
                return;
            }
            after(context, FIRST, () -> {
                context.writeAndFlush(piece("data: 1\n\n"));
                after(context, GAP, () -> end(context, flow));
            });
        }

        private void end(ChannelHandlerContext context, Flow flow) {
            context.writeAndFlush(piece("data: 2\n\n"));
            if (flow == Flow.CUT) {
                context.close();
                return;
            }
            if (flow == Flow.WHOLE) {
                context.write(piece("data: [DONE]\n\n"));
            }
            context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        }

        private void reset(ChannelHandlerContext context) {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }

        private void after(ChannelHandlerContext context, Duration time, Runnable what) {
            context.executor().schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
        }

        private DefaultHttpContent piece(String text) {
            return new DefaultHttpContent(Unpooled.copiedBuffer(text, US_ASCII));
        }

        private HttpResponse head(String name, String value, String type) {
            HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            head.headers().set(name, value).set("content-type", type);
            return head;
        }

        private DefaultFullHttpResponse full(int status) {
            DefaultFullHttpResponse answer =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
            answer.headers().set("content-length", 0);
            if (status >= 400) {
                answer.headers().set("x-gatehouse-hop", "ambassador");
            }
            return answer;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
