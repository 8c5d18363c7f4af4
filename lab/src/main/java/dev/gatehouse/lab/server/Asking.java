package dev.gatehouse.lab.server;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * A request with its body.
 *
 * @param wish the head
 * @param body the body; empty where it is larger than 64 KiB
 * @param bytes how large the body is
 */
record Asking(Wish wish, ByteBuf body, long bytes) {
    private static final byte[] ID = "\"id\"".getBytes(StandardCharsets.US_ASCII);

    /** The id that an inference request gives itself; empty for none. */
    String id() {
        if (!hasId()) {
            return "";
        }
        String json = wish.headers().get("inference-header-content-length", "");
        ByteBuf copy = body.duplicate();
        return BodyJson.id(
                json.matches("[0-9]{1,6}")
                        ? copy.readSlice(Math.min(copy.readableBytes(), Integer.parseInt(json)))
                        : copy);
    }

    private boolean hasId() {
        int last = body.writerIndex() - ID.length;
        for (int i = body.readerIndex(); i <= last; i++) {
            int same = 0;
            while (same < ID.length && body.getByte(i + same) == ID[same]) {
                same++;
            }
            if (same == ID.length) {
                return true;
            }
        }
        return false;
    }
}
