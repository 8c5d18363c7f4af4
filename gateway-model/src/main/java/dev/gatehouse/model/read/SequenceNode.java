package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Place;
import java.util.List;

/**
 * A list of values.
 *
 * @param place where it begins
 * @param items its values in order
 */
public record SequenceNode(Place place, List<Node> items) implements Node {
    /** Copies {@code items}. */
    public SequenceNode {
        items = List.copyOf(items);
    }

    @Override
    public String described() {
        return "a list";
    }
}
