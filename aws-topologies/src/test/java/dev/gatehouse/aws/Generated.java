package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.LegalPaths;
import dev.gatehouse.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is generated for a platform on a design. */
record Generated(String name, Topology topology, List<Stack> stacks) {
    private static final List<Generated> ALL = generate();

    /** Every design with every platform to test with, and every other path with those that differ in structure. */
    static Stream<Generated> all() {
        return ALL.stream();
    }

    static Generated of(String name, Design design, PlatformSpec spec) {
        Topology topology = design.realize(spec, Facts.bundled());
        return new Generated(name, topology, CloudFormation.stacks(topology));
    }

    static Generated of(String design, PlatformSpec spec) {
        return of(spec.name(), Designs.of(design).orElseThrow(), spec);
    }

    private static List<Generated> generate() {
        List<Generated> all = new ArrayList<>();
        Specs.byName().forEach((name, spec) -> Designs.all().forEach(design -> all.add(of(name, design, spec))));
        LegalPaths.specs()
                .forEach((name, spec) -> LegalPaths.withoutZone().stream()
                        .filter(design -> Designs.of(design.id()).isEmpty())
                        .forEach(design -> all.add(of(name, design, spec))));
        return List.copyOf(all);
    }

    Stream<Resource> resources() {
        return stacks.stream().flatMap(stack -> stack.template().resources().stream());
    }

    List<Resource> resources(String type) {
        return resources().filter(resource -> resource.type().equals(type)).toList();
    }

    Resource resource(String id) {
        return resources()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no resource " + id));
    }

    Stack stackOf(Resource resource) {
        return stacks.stream()
                .filter(stack -> stack.template().resources().contains(resource))
                .findFirst()
                .orElseThrow();
    }

    /** What stands at a path of keys and list indices inside a resource's properties. */
    static Optional<Value> at(Resource resource, String... path) {
        Optional<Value> value = Optional.of(new Value.Fields(resource.properties()));
        for (String step : path) {
            value = value.flatMap(each -> step(each, step));
        }
        return value;
    }

    private static Optional<Value> step(Value value, String step) {
        if (value instanceof Value.Fields fields) {
            return Optional.ofNullable(fields.fields().get(step));
        }
        if (value instanceof Value.Items items
                && Integer.parseInt(step) < items.items().size()) {
            return Optional.of(items.items().get(Integer.parseInt(step)));
        }
        return Optional.empty();
    }

    /** What stands at a path, or a failure that says that nothing does. */
    static Value required(Resource resource, String... path) {
        return at(resource, path)
                .orElseThrow(() -> new AssertionError(resource.id() + " lacks " + String.join(".", path)));
    }

    /** The text at a path, or an empty one. */
    static String text(Resource resource, String... path) {
        return at(resource, path)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text())
                .orElse("");
    }

    /** The items of the list at a path. */
    static List<Value> list(Resource resource, String... path) {
        return at(resource, path)
                .filter(Value.Items.class::isInstance)
                .map(value -> ((Value.Items) value).items())
                .orElse(List.of());
    }

    /** The value of a balancer's, listener's or target group's attribute, or an empty text. */
    static String attribute(Resource resource, String list, String key) {
        return list(resource, list).stream()
                .filter(Value.Fields.class::isInstance)
                .map(value -> ((Value.Fields) value).fields())
                .filter(fields -> Value.text(key).equals(fields.get("Key")))
                .flatMap(fields -> Optional.ofNullable(fields.get("Value")).stream())
                .map(value -> ((Value.Text) value).text())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return name + " on " + topology.design().id();
    }
}
