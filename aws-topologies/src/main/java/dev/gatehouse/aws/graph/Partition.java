package dev.gatehouse.aws.graph;

import dev.gatehouse.aws.graph.Draft.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes stacks of a draft. A layer is one stack as long as CloudFormation's limits allow; beyond them, what has a key
 * leaves for stacks of its own, chosen by a hash of the key, so that a further model moves no other one until the
 * number of stacks doubles. A reference across stacks is an output of the earlier and a parameter of the later, of one
 * name.
 */
public final class Partition {
    private static final int MOST_STACKS_OF_A_LAYER = 64;

    private final Draft draft;
    private final UnaryOperator<String> describe;
    private final Map<Layer, Integer> spill = new HashMap<>();

    private Partition(Draft draft, UnaryOperator<String> describe) {
        this.draft = draft;
        this.describe = describe;
    }

    /**
     * The stacks of a draft in deploy order.
     *
     * @param describe a layer's purpose to its template's description
     * @throws IllegalStateException if a reference points to a later stack, or a layer can't be split far enough
     */
    public static List<Stack> of(Draft draft, UnaryOperator<String> describe) {
        return new Partition(draft, describe).stacks();
    }

    private record Home(int order, String name, Layer layer) implements Comparable<Home> {
        @Override
        public int compareTo(Home other) {
            return Comparator.comparingInt(Home::order)
                    .thenComparing(Home::name)
                    .compare(this, other);
        }
    }

    private List<Stack> stacks() {
        while (true) {
            Map<Home, Stack> stacks = build();
            Map<Layer, Integer> wider = new HashMap<>();
            stacks.forEach((home, stack) -> {
                if (!stack.fits()) {
                    wider.merge(home.layer(), split(home, stack), Math::max);
                }
            });
            if (wider.isEmpty()) {
                return List.copyOf(stacks.values());
            }
            spill.putAll(wider);
        }
    }

    /** Into how many stacks a layer must be split at least, a power of two, if one of its stacks does not fit. */
    private int split(Home home, Stack stack) {
        int before = spill.getOrDefault(home.layer(), 0);
        int parts = 2;
        while (before > 0 && parts < stack.overfull()) {
            parts *= 2;
        }
        int after = before == 0 ? 1 : before * parts;
        if (after > MOST_STACKS_OF_A_LAYER) {
            throw new IllegalStateException("stack " + home.name() + " is too large and can't be split");
        }
        return after;
    }

    private Map<Home, Stack> build() {
        Map<String, Home> homes = new HashMap<>();
        Map<Home, List<Resource>> contents = new TreeMap<>();
        for (Placed placed : draft.placed()) {
            Home home = home(placed.layer(), placed.key());
            homes.put(placed.resource().id(), home);
            contents.computeIfAbsent(home, any -> new ArrayList<>()).add(placed.resource());
        }
        Map<Home, Map<String, Output>> outputs = new HashMap<>();
        draft.outputs().forEach(output -> addOutput(outputs, homeOf(output, homes), output));
        Map<Home, Map<String, Parameter>> imports = new HashMap<>();
        Map<Home, List<Resource>> linked = new LinkedHashMap<>();
        contents.forEach((home, resources) -> linked.put(
                home,
                resources.stream()
                        .map(resource -> link(resource, home, homes, outputs, imports))
                        .toList()));
        Map<Home, Stack> stacks = new LinkedHashMap<>();
        linked.forEach((home, resources) -> {
            List<Output> given =
                    List.copyOf(outputs.getOrDefault(home, Map.of()).values());
            Template template = new Template(
                    describe.apply(home.layer().purpose()),
                    parameters(resources, given, imports.getOrDefault(home, Map.of())),
                    resources,
                    given);
            stacks.put(
                    home,
                    new Stack(
                            home.order(),
                            home.name(),
                            template,
                            TemplateYaml.write(template),
                            home.layer().region()));
        });
        return stacks;
    }

    private static Home homeOf(Output output, Map<String, Home> homes) {
        Set<Home> made = new LinkedHashSet<>();
        output.value().references().forEach(reference -> {
            Home home = homes.get(reference.resource());
            if (home != null) {
                made.add(home);
            }
        });
        if (made.size() != 1) {
            throw new IllegalStateException("output " + output.name() + " refers to resources of the stacks " + made
                    + ", but one stack must have them all");
        }
        return made.iterator().next();
    }

    private Home home(Layer layer, Optional<String> key) {
        int buckets = spill.getOrDefault(layer, 0);
        if (buckets == 0 || key.isEmpty()) {
            return new Home(layer.order(), layer.order() + "-" + layer.name(), layer);
        }
        int bucket = Integer.remainderUnsigned(Hash.number(key.get()), buckets);
        int order = layer.order() - 5;
        return new Home(order, order + "-" + layer.name() + "-" + (bucket < 10 ? "0" : "") + bucket, layer);
    }

    private Resource link(
            Resource resource,
            Home home,
            Map<String, Home> homes,
            Map<Home, Map<String, Output>> outputs,
            Map<Home, Map<String, Parameter>> imports) {
        Map<String, Value> properties = new LinkedHashMap<>();
        resource.properties()
                .forEach((name, value) -> properties.put(
                        name,
                        value.mapped(part -> part instanceof Value.Reference reference
                                ? resolve(resource.id(), reference, home, homes, outputs, imports)
                                : part)));
        List<String> dependsOn = new ArrayList<>();
        for (String other : resource.dependsOn()) {
            if (earlier(resource.id(), other, home, homes).isEmpty()) {
                dependsOn.add(other);
            }
        }
        return new Resource(
                resource.id(), resource.type(), properties, dependsOn, resource.retained(), resource.because());
    }

    private Value resolve(
            String by,
            Value.Reference reference,
            Home home,
            Map<String, Home> homes,
            Map<Home, Map<String, Output>> outputs,
            Map<Home, Map<String, Parameter>> imports) {
        Optional<Home> source = earlier(by, reference.resource(), home, homes);
        if (source.isEmpty()) {
            return reference;
        }
        Resource target = draft.resource(reference.resource()).orElseThrow();
        String name = exportName(target, reference);
        String description = target.type() + " of stack " + source.get().name();
        addOutput(outputs, source.get(), new Output(name, "For later stacks of this design", reference));
        Parameter parameter = new Parameter(
                name, "String", description, Parameter.Giver.stack(source.get().name()), Optional.empty());
        imports.computeIfAbsent(home, any -> new TreeMap<>()).put(name, parameter);
        return parameter.value();
    }

    /** The stack that makes {@code id}, if it is an earlier one than {@code home}; empty if it is the same. */
    private static Optional<Home> earlier(String by, String id, Home home, Map<String, Home> homes) {
        Home source = homes.get(id);
        if (source == null) {
            throw new IllegalStateException(by + " needs " + id + ", which no hop makes");
        }
        if (source.equals(home)) {
            return Optional.empty();
        }
        if (source.order() >= home.order()) {
            throw new IllegalStateException(by + " in stack " + home.name() + " needs " + id
                    + ", which is made no earlier, in stack " + source.name());
        }
        return Optional.of(source);
    }

    private static String exportName(Resource target, Value.Reference reference) {
        if (reference instanceof Value.Attribute attribute) {
            return target.id() + attribute.name().replace(".", "");
        }
        return target.id() + ResourceTypes.of(target.type()).ref();
    }

    private static void addOutput(Map<Home, Map<String, Output>> outputs, Home home, Output output) {
        Output before = outputs.computeIfAbsent(home, any -> new TreeMap<>()).putIfAbsent(output.name(), output);
        if (before != null && !before.value().equals(output.value())) {
            throw new IllegalStateException("two outputs of stack " + home.name() + " are called " + output.name());
        }
    }

    private List<Parameter> parameters(
            List<Resource> resources, List<Output> outputs, Map<String, Parameter> imported) {
        Set<String> read = new LinkedHashSet<>(Stream.concat(
                        resources.stream().flatMap(Resource::parameters),
                        outputs.stream().flatMap(output -> output.value().parameters()))
                .toList());
        List<Parameter> parameters = new ArrayList<>(draft.parameters().stream()
                .filter(parameter -> read.contains(parameter.name()))
                .toList());
        parameters.addAll(imported.values());
        return parameters;
    }
}
