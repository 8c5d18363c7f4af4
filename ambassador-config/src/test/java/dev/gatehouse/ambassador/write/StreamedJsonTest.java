package dev.gatehouse.ambassador.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamedJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"one\": 1}",
                "{\"one\": 1, \"two\": true, \"three\": \"a \\\"word\\\"\"}",
                "[1, 2, \"three\"]",
                "[{}, [], {\"a\": {}}, [[]]]",
                "{\"list\": [{\"a\": 1, \"b\": [1]}, {\"a\": 2}], \"last\": {\"inner\": {\"innermost\": []}}}"
            })
    void looks_as_json_that_is_written_from_a_tree(String text) {
        JsonNode tree = JsonMapper.shared().readTree(text);

        assertThat(streamed(tree)).isEqualTo(Json.text(tree));
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 64, 65, 100})
    void indents_what_is_nested_deeply(int depth) {
        JsonNode tree = JsonMapper.shared().readTree("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));

        assertThat(streamed(tree)).isEqualTo(Json.text(tree));
    }

    private static String streamed(JsonNode tree) {
        return new String(StreamedJson.bytes(json -> tell(tree, json)), UTF_8);
    }

    private static void tell(JsonNode node, JsonGenerator json) {
        if (node.isObject()) {
            json.writeStartObject();
            node.properties().forEach(entry -> {
                json.writeName(entry.getKey());
                tell(entry.getValue(), json);
            });
            json.writeEndObject();
        } else if (node.isArray()) {
            json.writeStartArray();
            node.forEach(item -> tell(item, json));
            json.writeEndArray();
        } else if (node.isString()) {
            json.writeString(node.stringValue());
        } else if (node.isBoolean()) {
            json.writeBoolean(node.booleanValue());
        } else {
            json.writeNumber(node.intValue());
        }
    }
}
