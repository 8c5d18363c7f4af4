package dev.gatehouse.lab.ingress;

import dev.gatehouse.lab.http.Grpc;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the ingress itself answers, as Envoy does. */
final class Replies {
    static final String NO_CONNECTION =
            "upstream connect error or disconnect/reset before headers. reset reason: remote connection failure";
    static final String RESET =
            "upstream connect error or disconnect/reset before headers. reset reason: connection termination";
    static final String OVERFLOW = "upstream connect error or disconnect/reset before headers. reset reason: overflow";
    static final String TIMEOUT = "upstream request timeout";
    static final String IDLE = "stream timeout";

    private Replies() {}

    /**
     * An answer.
     *
     * @param grpc whether the client speaks gRPC: then the status is told in its words
     */
    static FullHttpResponse of(int status, String body, Map<String, String> more, boolean grpc) {
        HttpHeaders headers;
        FullHttpResponse reply;
        if (grpc) {
            reply = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
            headers = reply.headers();
            headers.set("content-type", Grpc.CONTENT_TYPE).set("grpc-status", String.valueOf(Grpc.status(status)));
            if (!body.isEmpty()) {
                headers.set("grpc-message", body);
            }
        } else {
            reply = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(status),
                    Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
            headers = reply.headers();
            if (!body.isEmpty()) {
                headers.set("content-type", "text/plain");
            }
            headers.set("content-length", reply.content().readableBytes());
        }
        more.forEach(headers::set);
        return reply;
    }
}
