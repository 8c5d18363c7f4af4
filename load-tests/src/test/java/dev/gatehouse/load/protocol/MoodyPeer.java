package dev.gatehouse.load.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.HttpServing;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Treats each call as its path says, the last part of it. */
final class MoodyPeer implements AutoCloseable {
    private final Endpoint listening;

    /** How many connections were opened. */
    final AtomicInteger connections = new AtomicInteger();

    /** How many bytes the requests had. */
    final AtomicInteger bytes = new AtomicInteger();

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    MoodyPeer(Loops loops) {
        listening = loops.listen(channel -> {
            connections.incrementAndGet();
            HttpServing.with(Answers::new).cleartext(channel.pipeline());
        });
    }

    InetSocketAddress address() {
        return listening.address();
    }

    @Override
    public void close() {
        listening.close();
    }

    private final class Answers extends SimpleChannelInboundHandler<Object> {
        private String mood = "";
        private String path = "";
        private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                headers = request.headers();
                path = request.uri();
                mood = path.substring(path.lastIndexOf('/') + 1);
            }
            if (message instanceof HttpContent content) {
                bytes.addAndGet(content.content().readableBytes());
            }
            if (message instanceof LastHttpContent) {
                if (context.channel() instanceof Http2StreamChannel) {
                    grpc(context);
                } else {
                    upgrade(context);
                }
            }
            if (message instanceof WebSocketFrame frame) {
                heard(context, frame);
            }
        }

        private void grpc(ChannelHandlerContext context) {
            switch (mood) {
                case "Good" -> context.writeAndFlush(full(200, message(3), "0"));
                case "Stream" -> {
                    context.write(begin());
                    context.writeAndFlush(new DefaultHttpContent(message(1)));
                    later(context, () -> {
                        context.writeAndFlush(new DefaultHttpContent(message(2)));
                        context.writeAndFlush(trailers("0"));
                    });
                }
                case "Unavailable" -> {
                    context.write(begin());
                    context.writeAndFlush(new DefaultHttpContent(message(1)));
                    context.writeAndFlush(trailers("14"));
                }
                case "Denied" -> {
                    DefaultFullHttpResponse only = new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
                    only.headers()
                            .set("content-type", Grpc.CONTENT_TYPE)
                            .set("grpc-status", "7")
                            .set("x-gatehouse-hop", "ambassador");
                    context.writeAndFlush(only);
                }
                case "Refused" -> {
                    DefaultFullHttpResponse refused = new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1,
                            HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
                            Unpooled.copiedBuffer("no gRPC here", US_ASCII));
                    refused.headers().set("x-gatehouse-hop", "rest-api");
                    context.writeAndFlush(refused);
                }
                case "Reset" -> reset(context, Http2Error.INTERNAL_ERROR);
                case "Half" -> {
                    context.write(begin());
                    context.writeAndFlush(new DefaultHttpContent(message(1)));
                    later(context, () -> reset(context, Http2Error.INTERNAL_ERROR));
                }
                case "Unended" -> {
                    context.write(begin());
                    context.write(new DefaultHttpContent(message(1)));
                    context.writeAndFlush(new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER));
                }
                case "Torn" -> {
                    context.write(begin());
                    context.write(new DefaultHttpContent(message(9).readSlice(7).retain()));
                    context.writeAndFlush(trailers("0"));
                }
                case "Empty" -> context.writeAndFlush(full(200, Unpooled.EMPTY_BUFFER, "0"));
                case "Page" -> {
                    DefaultFullHttpResponse page = new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer("<html>", US_ASCII));
                    page.headers().set("content-type", "text/html");
                    context.writeAndFlush(page);
                }
                case "Busy" -> {
                    if (seen.add(path)) {
                        reset(context, Http2Error.REFUSED_STREAM);
                    } else {
                        context.writeAndFlush(full(200, message(3), "0"));
                    }
                }
                case "AlwaysBusy" -> reset(context, Http2Error.REFUSED_STREAM);
                case "Leaving" -> {
                    if (seen.add(path)) {
                        leave(context.channel().parent());
                    } else {
                        context.writeAndFlush(full(200, message(3), "0"));
                    }
                }
                case "Gone" -> context.channel().parent().close();
                default -> {
                    // silence
                }
            }
        }

        private void later(ChannelHandlerContext context, Runnable what) {
            context.executor().schedule(what, 20, TimeUnit.MILLISECONDS);
        }

        /** Goes away, and says that no stream was begun. */
        private void leave(Channel connection) {
            ByteBuf away =
                    Unpooled.buffer().writeMedium(8).writeByte(7).writeByte(0).writeInt(0);
            connection
                    .pipeline()
                    .firstContext()
                    .writeAndFlush(away.writeInt(0).writeInt(0))
                    .addListener(ChannelFutureListener.CLOSE);
        }

        private void reset(ChannelHandlerContext context, Http2Error error) {
            context.writeAndFlush(new DefaultHttp2ResetFrame(error)).addListener(ChannelFutureListener.CLOSE);
        }

        private HttpResponse begin() {
            HttpResponse begun = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            begun.headers().set("content-type", Grpc.CONTENT_TYPE).set("x-variant", "base");
            return begun;
        }

        private LastHttpContent trailers(String status) {
            LastHttpContent last = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
            last.trailingHeaders().set("grpc-status", status);
            return last;
        }

        private DefaultFullHttpResponse full(int status, ByteBuf body, String code) {
            DefaultFullHttpResponse answer =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
            answer.headers().set("content-type", Grpc.CONTENT_TYPE).set("x-variant", "base");
            answer.trailingHeaders().set("grpc-status", code);
            return answer;
        }

        private ByteBuf message(int size) {
            return Grpc.framed(new byte[size]);
        }

        private void upgrade(ChannelHandlerContext context) {
            switch (mood) {
                case "forbidden" -> plain(context, 403);
                case "plain" -> plain(context, 200);
                case "dropped" -> context.close();
                case "nonsense" ->
                    context.pipeline()
                            .firstContext()
                            .writeAndFlush(Unpooled.copiedBuffer("nonsense\r\n\r\n", US_ASCII));
                default -> {
                    FullHttpRequest asked = new DefaultFullHttpRequest(
                            HttpVersion.HTTP_1_1, HttpMethod.GET, path, Unpooled.EMPTY_BUFFER);
                    asked.headers().set(headers);
                    new WebSocketServerHandshakerFactory(path, null, false, 1_000_000)
                            .newHandshaker(asked)
                            .handshake(
                                    context.channel(),
                                    asked,
                                    new DefaultHttpHeaders().set("x-variant", "base"),
                                    context.channel().newPromise());
                }
            }
        }

        private void plain(ChannelHandlerContext context, int status) {
            DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.EMPTY_BUFFER);
            answer.headers().set("content-length", 0).set("x-gatehouse-hop", "web-acl");
            context.writeAndFlush(answer);
        }

        private void heard(ChannelHandlerContext context, WebSocketFrame frame) {
            bytes.addAndGet(frame.content().readableBytes());
            if (frame instanceof CloseWebSocketFrame) {
                context.close();
                return;
            }
            if (frame instanceof PongWebSocketFrame) {
                context.writeAndFlush(new TextWebSocketFrame("after a pong"));
                return;
            }
            if (!frame.isFinalFragment()) {
                return;
            }
            switch (mood) {
                case "echo" -> {
                    context.write(new TextWebSocketFrame(false, 0, "a long "));
                    context.writeAndFlush(new ContinuationWebSocketFrame(true, 0, "answer"));
                }
                case "pings" -> context.writeAndFlush(new PingWebSocketFrame());
                case "closes" -> context.writeAndFlush(new CloseWebSocketFrame(1011, "no"));
                case "vanishes" -> context.close();
                case "half" -> {
                    context.write(new TextWebSocketFrame(false, 0, "a long "));
                    context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
                }
                case "mad" ->
                    context.pipeline()
                            .firstContext()
                            .writeAndFlush(Unpooled.copiedBuffer("\u007f\u007f nonsense", US_ASCII));
                default -> {
                    // silence
                }
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
