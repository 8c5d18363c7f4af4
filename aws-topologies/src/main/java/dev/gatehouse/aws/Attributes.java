package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;
import java.util.Map;
import java.util.TreeMap;

/** Keys and values as Elastic Load Balancing wants them, sorted by key. */
final class Attributes {
    private Attributes() {}

    static Value of(Map<String, String> attributes) {
        return Value.list(new TreeMap<>(attributes)
                .entrySet().stream()
                        .map(attribute ->
                                Value.fields().with("Key", attribute.getKey()).with("Value", attribute.getValue()))
                        .toList());
    }
}
