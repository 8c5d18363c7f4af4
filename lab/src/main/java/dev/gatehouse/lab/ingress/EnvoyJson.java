package dev.gatehouse.lab.ingress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Envoy reads and tells. */
final class EnvoyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EnvoyJson() {}

    static String write(Map<String, ?> value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Where listeners listen, by name, out of what {@code /listeners} tells. */
    static Map<String, InetSocketAddress> listeners(String told) {
        Map<String, InetSocketAddress> listeners = new LinkedHashMap<>();
        for (JsonNode listener : MAPPER.readTree(told).path("listener_statuses")) {
            JsonNode address = listener.path("local_address").path("socket_address");
            if (address.has("port_value")) {
                listeners.put(
                        listener.path("name").asString(),
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(),
                                address.path("port_value").asInt()));
            }
        }
        return listeners;
    }
}
