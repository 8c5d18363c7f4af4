package dev.gatehouse.aws.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One resource of a template. Immutable: each {@code with} gives a new one.
 *
 * @param id its logical id: a written promise, made of the hop and the entry, never of a place in a list
 * @param type such as {@code AWS::EC2::VPC}; one of {@link ResourceTypes}
 * @param properties in the order in which they are written
 * @param dependsOn resources that must stand first although no property refers to them
 * @param retained whether it outlives its stack, because what it holds can't be had again
 * @param because why it, or one of its settings, is there; written as a comment above it; empty if it speaks for itself
 */
public record Resource(
        String id,
        String type,
        Map<String, Value> properties,
        List<String> dependsOn,
        boolean retained,
        String because) {
    /**
     * Copies both collections, in their order.
     *
     * @throws IllegalArgumentException if {@code type} lacks one of the properties, or the id is not alphanumeric
     */
    public Resource {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        dependsOn = List.copyOf(dependsOn);
        if (!id.matches("[A-Za-z][A-Za-z0-9]{0,254}")) {
            throw new IllegalArgumentException("a logical id has letters and digits, at most 255, not '" + id + "'");
        }
        ResourceType known = ResourceTypes.of(type);
        for (String property : properties.keySet()) {
            if (!known.properties().contains(property)) {
                throw new IllegalArgumentException(type + " has no property " + property);
            }
        }
    }

    /** A resource without properties. */
    public static Resource of(String id, String type) {
        return new Resource(id, type, Map.of(), List.of(), false, "");
    }

    /** This resource with one property more, or another value for one that it has. */
    public Resource with(String property, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new Resource(id, type, more, dependsOn, retained, because);
    }

    /** As {@link #with(String, Value)}, for a text. */
    public Resource with(String property, String text) {
        return with(property, Value.text(text));
    }

    /** As {@link #with(String, Value)}, for a whole number. */
    public Resource with(String property, long number) {
        return with(property, Value.number(number));
    }

    /** As {@link #with(String, Value)}, for true or false. */
    public Resource with(String property, boolean truth) {
        return with(property, Value.truth(truth));
    }

    /** This resource without one of its properties. */
    public Resource without(String property) {
        Map<String, Value> fewer = new LinkedHashMap<>(properties);
        fewer.remove(property);
        return new Resource(id, type, fewer, dependsOn, retained, because);
    }

    /** This resource, made only after {@code others}. */
    public Resource after(List<String> others) {
        List<String> more = new ArrayList<>(dependsOn);
        others.stream().filter(other -> !more.contains(other)).forEach(more::add);
        return new Resource(id, type, properties, more, retained, because);
    }

    /** This resource, outliving its stack. */
    public Resource retainedAlways() {
        return new Resource(id, type, properties, dependsOn, true, because);
    }

    /** This resource with a reason. */
    public Resource because(String reason) {
        return new Resource(id, type, properties, dependsOn, retained, reason);
    }

    /** What {@code Ref} gives for it. */
    public Value identity() {
        return new Value.Identity(id);
    }

    /**
     * What {@code Fn::GetAtt} gives for it.
     *
     * @throws IllegalArgumentException if its type gives no such attribute
     */
    public Value attribute(String name) {
        if (!ResourceTypes.of(type).attributes().contains(name)) {
            throw new IllegalArgumentException(type + " gives no attribute " + name);
        }
        return new Value.Attribute(id, name);
    }

    /** The resources that its properties refer to, at any depth. */
    public Stream<Value.Reference> references() {
        return properties.values().stream().flatMap(Value::references);
    }

    /** The parameters that its properties read, at any depth. */
    public Stream<String> parameters() {
        return properties.values().stream().flatMap(Value::parameters);
    }
}
