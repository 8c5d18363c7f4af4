package dev.gatehouse.lab.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/** A model that speaks WebSocket gives back what it gets. */
final class WebSockets {
    private static final int LONGEST_FRAME = 1024 * 1024;

    private WebSockets() {}

    static boolean isAsked(Wish wish) {
        return "websocket".equalsIgnoreCase(wish.headers().get("upgrade"));
    }

    static void begin(Channel channel, Served served, Wish wish) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, wish.request().method(), wish.request().uri());
        request.headers().set(wish.headers());
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        wish.request().uri(), null, true, LONGEST_FRAME)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel);
            return;
        }
        HttpHeaders told = new DefaultHttpHeaders()
                .set("x-model", served.model().name())
                .set("x-variant", served.variant().word());
        handshaker.handshake(channel, request, told, channel.newPromise());
        channel.closeFuture().addListener(closed -> served.went());
    }

    /** Gives a frame back; it is released here. */
    static void echo(Channel channel, WebSocketFrame frame) {
        if (frame instanceof PingWebSocketFrame) {
            channel.writeAndFlush(new PongWebSocketFrame(frame.content()));
        } else if (frame instanceof PongWebSocketFrame) {
            frame.release();
        } else if (frame instanceof CloseWebSocketFrame) {
            channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
        } else {
            channel.writeAndFlush(frame);
        }
    }
}
