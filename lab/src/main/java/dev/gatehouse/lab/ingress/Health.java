package dev.gatehouse.lab.ingress;

import dev.gatehouse.lab.http.HttpServing;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;

/** What Emissary itself answers on port 8877 of its pod, where its health checks go: 200. */
final class Health {
    /** The address that the manifests know it by. */
    static final String NAME = "127.0.0.1:8877";

    private Health() {}

    static Endpoint start(Loops loops) {
        HttpServing serving = HttpServing.with(() -> new SimpleChannelInboundHandler<HttpObject>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
                if (part instanceof LastHttpContent) {
                    byte[] body = "ambassador readiness check OK\n".getBytes(StandardCharsets.US_ASCII);
                    DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
                    answer.headers().set("content-length", body.length).set("content-type", "text/plain");
                    context.writeAndFlush(answer);
                }
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                context.close();
            }
        });
        return loops.listen(channel -> serving.cleartext(channel.pipeline()));
    }
}
