package dev.gatehouse.lab.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What models and their clients write to each other. */
final class BodyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BodyJson() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** The id of an inference request; empty where it has none, or is none. */
    static String id(ByteBuf request) {
        try {
            return MAPPER.readTree(new ByteBufInputStream(request)).path("id").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
