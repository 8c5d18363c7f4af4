package dev.gatehouse.aws.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Optional;

/**
 * One stack of a design.
 *
 * @param order stacks of lower order are deployed first; stacks of one order don't need each other
 * @param name such as {@code 20-network}; a written promise
 * @param template its template
 * @param text the template as YAML
 * @param region the Region that it must be in; empty: the platform's
 */
public record Stack(int order, String name, Template template, String text, Optional<String> region)
        implements Comparable<Stack> {
    /** The most resources that Gatehouse puts into one template; CloudFormation allows 500. */
    public static final int MAX_RESOURCES = 450;

    /** The most bytes of a template that is handed over as it is. */
    public static final int MAX_BYTES = 51_200;

    /** The most parameters, and the most outputs, of one template. */
    public static final int MAX_PARAMETERS = 200;

    private static final Comparator<Stack> ORDER =
            Comparator.comparingInt(Stack::order).thenComparing(Stack::name);

    @Override
    public int compareTo(Stack other) {
        return ORDER.compare(this, other);
    }

    boolean fits() {
        return overfull() <= 1;
    }

    /** How many times the limit that it is furthest from: above 1 it does not fit. */
    double overfull() {
        double most = (double) template.resources().size() / MAX_RESOURCES;
        most = Math.max(most, (double) template.parameters().size() / MAX_PARAMETERS);
        most = Math.max(most, (double) template.outputs().size() / MAX_PARAMETERS);
        return Math.max(most, (double) text.getBytes(UTF_8).length / MAX_BYTES);
    }
}
