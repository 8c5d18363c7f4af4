package dev.gatehouse.lab.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers as bytes. */
final class Bodies {
    private static final String NUMBER = "0.5";

    private Bodies() {}

    /** What a model infers, of the size that the request or the spec wants, or the smallest that is valid. */
    static FullHttpResponse inference(Served served, Wish wish, String id) {
        long size = wish.size().orElse(served.model().load().response()).bytes();
        byte[] body = id.isEmpty() ? served.body(size) : inferred(served, size, id);
        return of(HttpResponseStatus.OK, "application/json", Unpooled.wrappedBuffer(body));
    }

    static byte[] inferred(Served served, long size, String id) {
        String begin = "{\"model_name\":" + BodyJson.quoted(served.model().name()) + ",\"model_version\":\"1\","
                + (id.isEmpty() ? "" : "\"id\":" + BodyJson.quoted(id) + ",")
                + "\"outputs\":[{\"name\":\"output\",\"datatype\":\"FP32\",\"shape\":[1,";
        String end = "]}]}";
        int digits = String.valueOf(size).length();
        long room = size - begin.length() - digits - "],\"data\":[".length() - end.length();
        int numbers = (int) Math.max(1, (room + 1) / (NUMBER.length() + 1));
        StringBuilder text = new StringBuilder(begin).append(numbers).append("],\"data\":[");
        for (int i = 0; i < numbers; i++) {
            text.append(i == 0 ? "" : ",").append(NUMBER);
        }
        text.append(end);
        while (text.length() < size) {
            text.append(' ');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static FullHttpResponse json(Object value) {
        return of(HttpResponseStatus.OK, "application/json", Unpooled.wrappedBuffer(BodyJson.write(value)));
    }

    static FullHttpResponse text(HttpResponseStatus status, String text) {
        return of(status, "text/plain", Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
    }

    static FullHttpResponse of(HttpResponseStatus status, String type, ByteBuf body) {
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        answer.headers().set("content-type", type).set("content-length", body.readableBytes());
        return answer;
    }
}
