package dev.gatehouse.load;

import dev.gatehouse.lab.InferenceMethod;
import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Traffic;
import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Messages of gRPC of any size, each made once: {@code ModelInferRequest} of the Open Inference Protocol with a tensor
 * of bytes; to another service a message with nothing but a field that none has, which its receiver skips. Thread-safe.
 */
final class GrpcBodies {
    private static final int NOBODYS_FIELD = 536_870_911;
    private static final int RAW_CONTENTS = 7;

    private final Map<Key, byte[]> made = new ConcurrentHashMap<>();

    private record Key(String path, String model, int size) {}

    /**
     * The message of an arrival, with its prefix; the same bytes for every caller, who must not change them. Where its
     * size is too small for all that must be said, it is the smallest that says it.
     *
     * @param path of the method
     */
    byte[] of(String path, Arrival arrival) {
        Traffic traffic = arrival.traffic();
        int size = Math.toIntExact(traffic.request().bytes());
        return made.computeIfAbsent(new Key(path, traffic.model(), size), GrpcBodies::make);
    }

    private static byte[] make(Key key) {
        int data = key.size();
        byte[] message = message(key, data);
        while (message.length > key.size() && data > 0) {
            data = Math.max(0, data - (message.length - key.size()));
            message = message(key, data);
        }
        ByteBuf framed = Grpc.framed(message);
        byte[] bytes = new byte[framed.readableBytes()];
        framed.readBytes(bytes);
        return bytes;
    }

    private static byte[] message(Key key, int data) {
        if (!key.path().startsWith(InferenceMethod.OPEN_INFERENCE)) {
            return new Proto().bytes(NOBODYS_FIELD, new byte[data]).bytes();
        }
        Proto tensor =
                new Proto().text(1, "input").text(2, "UINT8").number(3, 1).number(3, data);
        return new Proto()
                .text(1, key.model())
                .message(5, tensor)
                .bytes(RAW_CONTENTS, new byte[data])
                .bytes();
    }
}
