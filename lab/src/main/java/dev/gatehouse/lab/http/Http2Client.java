package dev.gatehouse.lab.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;

/** How a client calls over HTTP/2: many calls share a connection, and each has a stream of its own. */
public final class Http2Client {
    private static final int WINDOW = 16 * 1024 * 1024;

    private Http2Client() {}

    /** Prepares a connection, behind its TLS if it has any. Frames about the connection go to the next handler. */
    public static void prepare(ChannelPipeline pipeline) {
        pipeline.addLast(Http2FrameCodecBuilder.forClient()
                .initialSettings(Http2Settings.defaultSettings().initialWindowSize(WINDOW))
                .gracefulShutdownTimeoutMillis(0)
                .build());
        pipeline.addLast(new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
    }

    /**
     * Opens a stream.
     *
     * @param answer reads the answer as {@link io.netty.handler.codec.http.HttpObject}s, trailers with the last of them
     */
    public static Future<Http2StreamChannel> stream(Channel connection, ChannelHandler answer) {
        return new Http2StreamChannelBootstrap(connection)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel stream) {
                        stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(false), answer);
                    }
                })
                .open();
    }

    /** Sends a request by a stream that nothing was sent by; its Host header becomes the authority. */
    public static ChannelFuture send(Http2StreamChannel stream, FullHttpRequest request) {
        boolean secured = stream.parent().pipeline().get(SslHandler.class) != null;
        request.headers().set(ExtensionHeaderNames.SCHEME.text(), secured ? "https" : "http");
        return stream.writeAndFlush(request);
    }
}
