package dev.gatehouse.aws.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the resources of a design before they are split into stacks. A logical id stands once in the whole design.
 * Not for several threads.
 */
public final class Draft {
    private final Map<String, Placed> resources = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<Output> outputs = new ArrayList<>();

    /**
     * A resource and where it stands.
     *
     * @param layer its step of the deployment
     * @param key what it belongs to if its layer must be split, such as a model; empty: it stays in the layer's own
     *     stack
     * @param resource the resource
     */
    record Placed(Layer layer, Optional<String> key, Resource resource) {}

    /**
     * Adds a resource.
     *
     * @return the same resource
     * @throws IllegalStateException if its id is taken
     */
    public Resource add(Layer layer, Resource resource) {
        return add(new Placed(layer, Optional.empty(), resource));
    }

    /**
     * Adds a resource that may leave its layer's stack, together with all others of the same key, if the layer is too
     * much for one stack. What stays in the stack is deployed after what left it.
     *
     * @return the same resource
     * @throws IllegalStateException if its id is taken
     */
    public Resource add(Layer layer, String key, Resource resource) {
        return add(new Placed(layer, Optional.of(key), resource));
    }

    /** Declares a parameter; declaring the same one twice is fine. */
    public Value declare(Parameter parameter) {
        Parameter before = parameters.putIfAbsent(parameter.name(), parameter);
        if (before != null && !before.equals(parameter)) {
            throw new IllegalStateException("two parameters are called " + parameter.name());
        }
        return parameter.value();
    }

    /** Adds an output to the stack that makes the resource which it refers to. */
    public void output(Output output) {
        outputs.add(output);
    }

    /** The resource of that id, if it was added already. */
    public Optional<Resource> resource(String id) {
        return Optional.ofNullable(resources.get(id)).map(Placed::resource);
    }

    /** Every resource so far, in the order in which they were added. */
    public List<Resource> resources() {
        return resources.values().stream().map(Placed::resource).toList();
    }

    List<Placed> placed() {
        return List.copyOf(resources.values());
    }

    List<Output> outputs() {
        return List.copyOf(outputs);
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    private Resource add(Placed placed) {
        if (resources.putIfAbsent(placed.resource().id(), placed) != null) {
            throw new IllegalStateException(
                    "two resources are called " + placed.resource().id());
        }
        return placed.resource();
    }
}
