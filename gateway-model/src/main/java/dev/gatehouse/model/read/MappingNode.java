package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Place;
import java.util.List;
import java.util.Optional;

/**
 * Keys with values, in the order of the file. A key stands once: the reader reports a second one and keeps the first.
 *
 * @param place where it begins
 * @param entries its keys and values in order
 */
public record MappingNode(Place place, List<Entry> entries) implements Node {
    /** One key with its value. */
    public record Entry(ScalarNode key, Node value) {}

    /** Copies {@code entries}. */
    public MappingNode {
        entries = List.copyOf(entries);
    }

    /** The value of {@code key}, if the key is there. */
    public Optional<Node> get(String key) {
        for (Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public String described() {
        return "a mapping";
    }
}
