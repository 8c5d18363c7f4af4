package dev.gatehouse.lab.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request with its body.
 *
 * @param wish the head
 * @param body the body; empty where it is larger than 64 KiB
 * @param bytes how large the body is
 */
record Asking(Wish wish, ByteBuf body, long bytes) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] ID = "\"id\"".getBytes(StandardCharsets.US_ASCII);

    /** The id that an inference request gives itself; empty for none. */
    String id() {
        if (!hasId()) {
            return "";
        }
        try {
            ByteBuf copy = body.duplicate();
            String json = wish.headers().get("inference-header-content-length");
            if (json != null) {
                copy = copy.readSlice(Math.min(copy.readableBytes(), Integer.parseInt(json.strip())));
            }
            JsonNode request = MAPPER.readTree(new ByteBufInputStream(copy));
            return request.path("id").asString("");
        } catch (JacksonException | NumberFormatException e) {
            return "";
        }
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
