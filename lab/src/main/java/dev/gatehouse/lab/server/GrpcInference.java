package dev.gatehouse.lab.server;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.Proto;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;

/** The Open Inference Protocol over gRPC; a method of another service gets the answer of {@code ModelInfer}. */
final class GrpcInference {
    private GrpcInference() {}

    static FullHttpResponse answer(Served served, Asking asking) {
        String path = asking.wish().path();
        String method = path.substring(path.lastIndexOf('/') + 1);
        Proto message = switch (method) {
            case "ServerLive", "ServerReady", "ModelReady" -> new Proto().number(1, 1);
            case "ServerMetadata" -> new Proto().text(1, "gatehouse-lab").text(2, "2");
            case "ModelMetadata" ->
                new Proto().text(1, served.model().name()).text(2, "1").text(3, "gatehouse_lab");
            default -> inferred(served, asking);
        };
        DefaultFullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Grpc.framed(message.bytes()));
        answer.headers().set("content-type", Grpc.CONTENT_TYPE);
        answer.trailingHeaders().set("grpc-status", String.valueOf(Grpc.OK));
        return answer;
    }

    private static Proto inferred(Served served, Asking asking) {
        int size = (int)
                asking.wish().size().orElse(served.model().load().response()).bytes();
        return inferred(served, size).text(3, id(asking));
    }

    /** A message that carries so many bytes. */
    static Proto inferred(Served served, int size) {
        return new Proto().text(1, served.model().name()).text(2, "1").bytes(6, new byte[size]);
    }

    /** The id that {@code ModelInferRequest} has in its third field. */
    private static String id(Asking asking) {
        try {
            Optional<byte[]> message = Grpc.next(asking.body().duplicate());
            return message.map(Proto::read).map(request -> request.text(3)).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
