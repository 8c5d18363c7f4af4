package dev.gatehouse.ambassador.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON values as text. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Indented, with a line break at the end. */
    static String text(JsonNode node) {
        return new String(bytes(node), UTF_8);
    }

    /** In UTF-8; half a surrogate pair becomes a question mark. */
    private static byte[] bytes(JsonNode node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (Writer writer = new OutputStreamWriter(out, UTF_8)) {
            MAPPER.writerWithDefaultPrettyPrinter()
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValue(writer, node);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses to be written", e);
        }
        return out.toByteArray();
    }
}
