package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Nodes as plain values: String, BigDecimal, Boolean, List, Map by the order of keys, which is how the API server hands
 * them over. What is null is left out.
 */
final class Plain {
    private static final int MAX_DIGITS = 30;

    private Plain() {}

    static Map<String, Object> map(MappingNode node) {
        Map<String, Object> map = new TreeMap<>(CodePoints.ORDER);
        for (MappingNode.Entry entry : node.entries()) {
            of(entry.value()).ifPresent(value -> map.put(entry.key().text(), value));
        }
        return map;
    }

    private static Optional<Object> of(Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(map(mapping));
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> of(item).ifPresent(items::add));
            return Optional.of(items);
        }
        return scalar((ScalarNode) node);
    }

    private static Optional<Object> scalar(ScalarNode node) {
        return switch (node.kind()) {
            case NULL -> Optional.empty();
            case BOOLEAN -> Optional.of(Boolean.valueOf(node.text()));
            case INTEGER, FLOAT -> Optional.of(number(node.text()));
            case TEXT -> Optional.of(node.text());
        };
    }

    /** Numbers of more than thirty digits, and those that are none ({@code .inf}), stay text. */
    private static Object number(String text) {
        if (text.length() > MAX_DIGITS) {
            return text;
        }
        try {
            if (text.startsWith("0x") || text.startsWith("0o")) {
                return new BigDecimal(new BigInteger(text.substring(2), text.startsWith("0x") ? 16 : 8));
            }
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MAX_DIGITS ? text : number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
