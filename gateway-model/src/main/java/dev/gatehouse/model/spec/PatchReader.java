package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one of {@code patches}. */
final class PatchReader {
    private PatchReader() {}

    static Patch read(Fields fields) {
        return new Patch(
                text(fields.optional("design")),
                text(fields.required("resource", "PublicLoadBalancer")).orElse("Unknown"),
                set(fields.required("set", "{ Tags/-: { Key: team, Value: risk } }")),
                text(fields.required("reason", "\"agreed in RISK-88\"")).orElse("unknown"));
    }

    private static Map<String, Object> set(Optional<Value> value) {
        Map<String, Object> set = new LinkedHashMap<>();
        value.flatMap(mapping -> mapping.mapping(Fields::all))
                .ifPresent(all -> all.forEach((path, item) -> {
                    try {
                        set.put(path, plain(item.node()));
                    } catch (IllegalArgumentException e) {
                        item.error(
                                SpecRules.PATCH,
                                String.valueOf(e.getMessage()),
                                "a patch sets a property to something",
                                "write a text, a number, true or false, a list or a mapping");
                    }
                }));
        return set;
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> values.put(entry.key().text(), plain(entry.value())));
            return values;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> values = new ArrayList<>();
            sequence.items().forEach(item -> values.add(plain(item)));
            return values;
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (scalar.kind()) {
            case TEXT -> scalar.text();
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
            case INTEGER -> integer(scalar.text());
            case FLOAT -> decimal(scalar.text());
            case NULL -> throw new IllegalArgumentException("a value of the patch is nothing");
        };
    }

    private static Object integer(String text) {
        try {
            return new BigInteger(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no decimal number of at most 18 digits", e);
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no finite number", e);
        }
    }
}
