package dev.gatehouse.report.write;

import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON text: two blanks deep, keys in the order in which they were put, a line feed at the end. */
final class JsonText {
    private static final ObjectWriter WRITER =
            JsonMapper.builder().build().writer().with(printer());

    private JsonText() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void putOptional(ObjectNode object, String key, Optional<String> text) {
        text.ifPresentOrElse(value -> object.put(key, value), () -> object.putNull(key));
    }

    static String of(JsonNode node) {
        return WRITER.writeValueAsString(node) + "\n";
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }
}
