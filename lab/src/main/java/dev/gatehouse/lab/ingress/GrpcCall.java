package dev.gatehouse.lab.ingress;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.Proto;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question to a service that speaks gRPC, with one answer. For one event loop. */
final class GrpcCall implements Turn {
    private final Cluster cluster;
    private final EventLoop loop;
    private final String method;
    private final Proto question;
    private final Consumer<Optional<Proto>> told;
    private final ByteBuf body = Unpooled.buffer();
    private @Nullable Line line;
    private String status = "";
    private boolean over;

    private GrpcCall(Cluster cluster, EventLoop loop, String method, Proto question, Consumer<Optional<Proto>> told) {
        this.cluster = cluster;
        this.loop = loop;
        this.method = method;
        this.question = question;
        this.told = told;
    }

    /**
     * Asks.
     *
     * @param method such as {@code /envoy.service.auth.v3.Authorization/Check}
     * @param millis how long the answer may take
     * @param told called once with the answer; empty where there is none in time, or an error
     */
    static void ask(
            Cluster cluster,
            EventLoop loop,
            String method,
            Proto question,
            long millis,
            Consumer<Optional<Proto>> told) {
        GrpcCall call = new GrpcCall(cluster, loop, method, question, told);
        if (millis > 0) {
            loop.schedule(() -> call.end(Optional.empty()), millis, TimeUnit.MILLISECONDS);
        }
        cluster.hosts(loop).acquire(call);
    }

    @Override
    public void opened(Line opened) {
        if (over) {
            opened.close();
            return;
        }
        line = opened;
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, method);
        head.headers()
                .set("host", cluster.host().orElse("service"))
                .set("content-type", Grpc.CONTENT_TYPE)
                .set("te", "trailers");
        opened.channel().write(head);
        opened.channel().writeAndFlush(new DefaultLastHttpContent(Grpc.framed(question.bytes())));
    }

    @Override
    public void answered(HttpObject part) {
        if (part instanceof HttpResponse response) {
            status(response.headers());
        }
        if (part instanceof HttpContent content) {
            body.writeBytes(content.content());
        }
        if (part instanceof LastHttpContent last) {
            status(last.trailingHeaders());
            end(status.equals("0") ? message() : Optional.empty());
        }
        ReferenceCountUtil.release(part);
    }

    private void status(HttpHeaders headers) {
        String found = headers.get("grpc-status");
        status = found == null ? status : found;
    }

    private Optional<Proto> message() {
        try {
            return Grpc.next(body).map(Proto::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void failed(Failure failure) {
        end(Optional.empty());
    }

    @Override
    public void broken() {
        end(Optional.empty());
    }

    @Override
    public void paused() {}

    @Override
    public void writable() {}

    private void end(Optional<Proto> answer) {
        if (over) {
            return;
        }
        over = true;
        cluster.hosts(loop).cancel(this);
        Line open = line;
        if (open != null) {
            open.close();
        }
        told.accept(answer);
    }
}
