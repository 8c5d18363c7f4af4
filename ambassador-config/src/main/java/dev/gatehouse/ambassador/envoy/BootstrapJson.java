package dev.gatehouse.ambassador.envoy;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A configuration as JSON text. */
final class BootstrapJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BootstrapJson() {}

    static String write(Map<String, Object> configuration) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(configuration) + "\n";
    }
}
