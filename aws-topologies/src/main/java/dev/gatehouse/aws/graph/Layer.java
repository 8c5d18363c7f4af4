package dev.gatehouse.aws.graph;

import java.util.Comparator;
import java.util.Optional;

/**
 * A step of the deployment: what it holds becomes one stack, or several if it is too much for one.
 *
 * @param order deployed from low to high; a multiple of ten, so that what a step spills gets a number of its own
 * @param name one lower-case word
 * @param purpose what its stack is, in one line
 * @param region the Region that its stack must be in; empty: the platform's
 */
public record Layer(int order, String name, String purpose, Optional<String> region) implements Comparable<Layer> {
    private static final Comparator<Layer> ORDER =
            Comparator.comparingInt(Layer::order).thenComparing(Layer::name);

    /** A step in the platform's Region. */
    public Layer(int order, String name, String purpose) {
        this(order, name, purpose, Optional.empty());
    }

    @Override
    public int compareTo(Layer other) {
        return ORDER.compare(this, other);
    }
}
