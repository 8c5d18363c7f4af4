package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.manifest.Manifest;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A resource as rules look at it: its fields by path, with their places. A field that is null is not there. */
final class Written {
    private static final int MAX_DIGITS = 30;

    private final Manifest manifest;
    private final String key;
    private final String subject;
    private final String sortKey;
    private final Map<String, Node> fields = new HashMap<>();

    Written(Manifest manifest) {
        this.manifest = manifest;
        this.key = manifest.key();
        this.subject = manifest.subject();
        this.sortKey = key + ".1";
        manifest.spec()
                .entries()
                .forEach(entry -> fields.putIfAbsent(entry.key().text(), entry.value()));
    }

    Kind kind() {
        return manifest.kind();
    }

    String name() {
        return manifest.name();
    }

    String namespace() {
        return manifest.namespace();
    }

    Map<String, String> labels() {
        return manifest.labels();
    }

    /** {@code name.namespace}. */
    String key() {
        return key;
    }

    String subject() {
        return subject;
    }

    /** What Emissary sorts its input by. */
    String sortKey() {
        return sortKey;
    }

    /** The same resource in the words of the route table. */
    Origin origin() {
        return new Origin(kind().word(), name(), namespace(), place());
    }

    /** The value at a path, unless it is not there or null. */
    Optional<Node> node(String... path) {
        Node node = fields.get(path[0]);
        for (int i = 1; i < path.length; i++) {
            node = node instanceof MappingNode mapping ? mapping.get(path[i]).orElse(null) : null;
        }
        boolean nothing = node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
        return nothing ? Optional.empty() : Optional.ofNullable(node);
    }

    boolean has(String... path) {
        return node(path).isPresent();
    }

    /** The value as text; empty where there is none. */
    String text(String... path) {
        return node(path).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
    }

    /** Whether the value is {@code true}. */
    boolean flag(String... path) {
        return node(path).orElse(null) instanceof ScalarNode scalar
                && scalar.kind() == ScalarNode.Kind.BOOLEAN
                && scalar.text().equals("true");
    }

    /** The value as a number; empty where it is none, or one of absurd length. */
    Optional<BigDecimal> number(String... path) {
        String text = text(path);
        boolean number = node(path).orElse(null) instanceof ScalarNode scalar
                && (scalar.kind() == ScalarNode.Kind.INTEGER || scalar.kind() == ScalarNode.Kind.FLOAT)
                && text.length() <= MAX_DIGITS;
        try {
            return number
                    ? Optional.of(new BigDecimal(text)).filter(value -> Math.abs((long) value.scale()) <= MAX_DIGITS)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The items of a list; empty where there is none. */
    List<Node> items(String... path) {
        return node(path).orElse(null) instanceof SequenceNode sequence ? sequence.items() : List.of();
    }

    /** The keys and values of a mapping; empty where there is none. */
    List<MappingNode.Entry> entries(String... path) {
        return node(path).orElse(null) instanceof MappingNode mapping ? mapping.entries() : List.of();
    }

    /** Where the resource begins. */
    Place place() {
        return manifest.place();
    }

    /** Where the value begins, or what it would stand in. */
    Place place(String... path) {
        for (int length = path.length; length > 0; length--) {
            Optional<Node> node = node(java.util.Arrays.copyOf(path, length));
            if (node.isPresent()) {
                return node.get().place();
            }
        }
        return place();
    }

    /** The value so that equal values give equal text; {@code nothing} where there is none. */
    String shown(String... path) {
        return node(path).map(Written::shown).orElse("nothing");
    }

    private static String shown(Node node) {
        if (node instanceof MappingNode mapping) {
            List<String> entries = new ArrayList<>();
            mapping.entries().forEach(entry -> entries.add(entry.key().text() + ": " + shown(entry.value())));
            entries.sort(String::compareTo);
            return "{" + String.join(", ", entries) + "}";
        }
        if (node instanceof SequenceNode sequence) {
            return "["
                    + String.join(
                            ", ", sequence.items().stream().map(Written::shown).toList()) + "]";
        }
        return ((ScalarNode) node).text();
    }

    /** Every single value of the spec. */
    void scalars(Consumer<ScalarNode> taker) {
        scalars(manifest.spec(), taker);
    }

    private static void scalars(Node node, Consumer<ScalarNode> taker) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> scalars(entry.value(), taker));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> scalars(item, taker));
        } else {
            taker.accept((ScalarNode) node);
        }
    }

    /** The host that a Mapping asks for; empty for none. */
    String host() {
        if (has("hostname")) {
            return text("hostname");
        }
        return has("host") ? text("host") : text("headers", ":authority");
    }

    /** Whether a Mapping's prefix is neither an expression nor a whole path. */
    boolean plainPrefix() {
        return !flag("prefix_regex") && !flag("prefix_exact");
    }

    @Override
    public String toString() {
        return subject();
    }
}
