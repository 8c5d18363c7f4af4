package dev.gatehouse.load;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.load.protocol.Dialler;
import dev.gatehouse.load.protocol.Question;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.model.spec.Protocol;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/**
 * What models that speak gRPC or WebSockets are asked.
 *
 * @param bodies texts for WebSockets
 * @param messages for gRPC
 * @param limit how long an answer may take
 */
record Questions(Bodies bodies, GrpcBodies messages, Duration limit) {
    /** The question of an arrival; empty if it can't be put, since the call's URL is none. */
    Optional<Question> of(Call call, Arrival arrival, Dialler dialler) {
        try {
            URI url = new URI(call.url());
            return url.getHost() == null ? Optional.empty() : Optional.of(at(url, call, arrival, dialler));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Question at(URI url, Call call, Arrival arrival, Dialler dialler) {
        boolean grpc = call.protocol() == Protocol.GRPC;
        HttpHeaders headers = new DefaultHttpHeaders().set("user-agent", "gatehouse-load");
        call.headers().forEach(headers::set);
        if (!headers.contains("host")) {
            headers.set("host", url.getAuthority());
        }
        if (grpc) {
            headers.set("content-type", Grpc.CONTENT_TYPE);
        }
        headers.set(ModelServer.NUMBER, String.valueOf(arrival.draw()));
        if (arrival.pinned()) {
            arrival.traffic().pin().ifPresent(pin -> headers.set(pin.header(), pin.value()));
        }
        byte[] body = grpc ? messages.of(url.getRawPath(), arrival) : bodies.of(arrival);
        return new Question(
                line(url, call, arrival.pinned()),
                dialler,
                url.getRawPath(),
                headers,
                () -> Unpooled.wrappedBuffer(body));
    }

    /** gRPC says with each call which model it is for, a WebSocket once, when it is opened. */
    private static String line(URI url, Call call, boolean pinned) {
        String entry = call.contestant() + " " + call.entry() + " " + url.getAuthority();
        return call.protocol() == Protocol.GRPC ? entry : entry + " " + call.model() + (pinned ? " pinned" : "");
    }
}
