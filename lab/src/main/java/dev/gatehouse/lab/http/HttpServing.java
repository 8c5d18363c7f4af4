package dev.gatehouse.lab.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a server finds out what its client speaks.
 *
 * @param handler makes what serves requests: one for each connection of HTTP/1.1 and one for each stream of HTTP/2. It
 *     reads {@link io.netty.handler.codec.http.HttpObject}s, a request's head, its contents and the last of them, and
 *     writes an answer's
 * @param headerBytes the longest head of a request
 * @param streams how many streams one HTTP/2 connection may have
 */
public record HttpServing(Supplier<ChannelHandler> handler, int headerBytes, int streams) {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int WINDOW = 1024 * 1024;

    /** With Envoy's bounds: heads of 60 KiB and 1,024 streams. */
    public static HttpServing with(Supplier<ChannelHandler> handler) {
        return new HttpServing(handler, 60 * 1024, 1_024);
    }

    /** Serves a connection in the clear: HTTP/2 where the client begins with its preface, else HTTP/1.1. */
    public void cleartext(ChannelPipeline pipeline) {
        pipeline.addLast(new Preface(this));
    }

    /** Serves a connection whose pipeline ends TLS: what the handshake agreed on. */
    public void afterTls(ChannelPipeline pipeline) {
        pipeline.addLast(new ApplicationProtocolNegotiationHandler(ApplicationProtocolNames.HTTP_1_1) {
            @Override
            protected void configurePipeline(ChannelHandlerContext context, String protocol) {
                if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                    version2(context.pipeline());
                } else {
                    version1(context.pipeline());
                }
            }

            @Override
            protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
                context.close();
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                context.close();
            }
        });
    }

    /** Serves HTTP/1.1. */
    public void version1(ChannelPipeline pipeline) {
        pipeline.addLast(new HttpServerCodec(
                new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(headerBytes)));
        pipeline.addLast(handler.get());
    }

    /** Serves HTTP/2. */
    public void version2(ChannelPipeline pipeline) {
        pipeline.addLast(Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxConcurrentStreams(streams)
                        .initialWindowSize(WINDOW)
                        .maxHeaderListSize(headerBytes))
                .gracefulShutdownTimeoutMillis(0) // what is killed ends its streams
                .build());
        pipeline.addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel stream) {
                stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(true), handler.get());
            }
        }));
    }

    /** Looks at the first bytes. */
    private static final class Preface extends ByteToMessageDecoder {
        private static final byte[] FIRST = "PRI * HTTP/2.0".getBytes(StandardCharsets.US_ASCII);

        private final HttpServing serving;

        Preface(HttpServing serving) {
            this.serving = serving;
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            int common = 0;
            int there = Math.min(in.readableBytes(), FIRST.length);
            while (common < there && in.getByte(in.readerIndex() + common) == FIRST[common]) {
                common++;
            }
            if (common == FIRST.length) {
                serving.version2(context.pipeline());
                context.pipeline().remove(this);
            } else if (common < there) {
                serving.version1(context.pipeline());
                context.pipeline().remove(this);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
