package dev.gatehouse.lab.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Serves calls of gRPC with one question and one answer each: the handler of one stream. */
public final class GrpcService extends SimpleChannelInboundHandler<HttpObject> {
    private static final int INTERNAL = 13;

    private final Map<String, UnaryOperator<Proto>> methods;
    private final ByteBuf body = Unpooled.buffer();
    private String path = "";

    /**
     * A handler.
     *
     * @param methods the methods by their paths, such as {@code /envoy.service.auth.v3.Authorization/Check}
     */
    public GrpcService(Map<String, UnaryOperator<Proto>> methods) {
        this.methods = methods;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpRequest request) {
            path = request.uri();
        }
        if (part instanceof HttpContent content) {
            body.writeBytes(content.content());
        }
        if (part instanceof LastHttpContent) {
            answer(context);
        }
    }

    private void answer(ChannelHandlerContext context) {
        UnaryOperator<Proto> method = methods.get(path);
        int status = Grpc.UNIMPLEMENTED;
        ByteBuf answer = Unpooled.EMPTY_BUFFER;
        if (method != null) {
            try {
                Optional<Proto> question = Grpc.next(body).map(Proto::read);
                status = question.isPresent() ? Grpc.OK : INTERNAL;
                answer =
                        question.map(method).map(Proto::bytes).map(Grpc::framed).orElse(answer);
            } catch (IllegalArgumentException e) {
                status = INTERNAL;
            }
        }
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, answer);
        response.headers().set("content-type", Grpc.CONTENT_TYPE);
        response.trailingHeaders().set("grpc-status", String.valueOf(status));
        context.writeAndFlush(response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
