package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.http.Grpc;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.util.Map;

/** Protocols that every hop must carry. */
final class ProtocolProbes {
    /** A masked frame with the text {@code ping}, as a client sends it, and how long the server's own is. */
    private static final byte[] PING = {(byte) 0x81, (byte) 0x84, 0, 0, 0, 0, 'p', 'i', 'n', 'g'};

    private static final int PONG_BYTES = 6;

    private ProtocolProbes() {}

    static Observation grpc(Bench bench, Bench.Target target) throws IOException {
        Bench.Target asked = new Bench.Target(target.cell(), target.path(), target.model(), target.client(), true);
        Reply reply = bench.call(asked, Map.of("content-type", Grpc.CONTENT_TYPE), 64);
        return reply.answered(target.model().name())
                        && reply.header("grpc-status").equals("0")
                ? Observation.kept("a gRPC call: " + reply)
                : Observation.stopped(target, reply, "a gRPC call");
    }

    static Observation websocket(Bench bench, Bench.Target target) throws IOException {
        Map<String, String> upgrade = Map.of(
                "connection", "Upgrade",
                "upgrade", "websocket",
                "sec-websocket-version", "13",
                "sec-websocket-key", "Z2F0ZWhvdXNlLXByb2JlIQ==");
        try (Conversation conversation = bench.open(target, bench.own(target))) {
            Reply reply = conversation.call(
                    HttpMethod.GET,
                    target.client().path(),
                    Bench.headers(target, bench.admitted(target, upgrade)),
                    new byte[0]);
            if (reply.status() != 101) {
                return Observation.stopped(target, reply, "an upgrade");
            }
            return Observation.of(conversation.echoes(PING, PONG_BYTES), "an upgrade, then a frame and its echo");
        }
    }
}
